using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace HospitalWeb.Security.Passwords;

/// <summary>
/// PBKDF2 with HMAC-SHA-512, as Identity keeps it, with the rounds that OWASP asks for; a hash of fewer is made anew at its owner's next sign-in.
/// The same letters are the same password, however a keyboard composes them.
/// </summary>
public class PasswordHashing(IOptions<PasswordHasherOptions> options) : PasswordHasher<Account>(options)
{
    public const int FewestRounds = 210_000;

    private static readonly Account Nobody = new() { DisplayName = "" };
    private string? nobodys;

    public static int RoundsOf(IConfiguration settings) => settings.GetValue("Passwords:Rounds", FewestRounds);

    public override string HashPassword(Account user, string password) => base.HashPassword(user, password.Normalize(NormalizationForm.FormKC));

    public override PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword) =>
        base.VerifyHashedPassword(user, hashedPassword, providedPassword.Normalize(NormalizationForm.FormKC));

    /// <summary>Takes as long as a wrong password, where there is none to compare with.</summary>
    public void VerifyNobodys(string password) => VerifyHashedPassword(Nobody, nobodys ??= HashPassword(Nobody, Guid.NewGuid().ToString()), password);
}

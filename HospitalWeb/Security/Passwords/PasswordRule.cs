using System.Text;
using System.Text.RegularExpressions;
using HospitalWeb.Data;
using HospitalWeb.Data.Accounts;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Security.Passwords;

/// <summary>
/// What a password must be (NIST SP 800-63B-4): long, and nothing that is guessed first. Which characters it has is nobody's business.
/// A character is a code point after normalisation, whatever its script.
/// </summary>
public sealed partial class PasswordRule(HospitalContext db, FacilityBook book) : IPasswordValidator<Account>
{
    public const int Fewest = 15, FewestBesideSecondFactor = 12, Most = 128;

    // What is left beside one's own names must be worth something by itself.
    private const int FewestOfItsOwn = 8, ShortestWord = 4;

    public async Task<int> FewestForAsync(Account account) =>
        account.TwoFactorEnabled || await db.RolesOf(account.Id).AnyAsync(role => role.NeedsSecondFactor) ? FewestBesideSecondFactor : Fewest;

    public async Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        FaultOf(password ?? "", await FewestForAsync(user), [book.Current?.Name ?? "", user.DisplayName, user.UserName ?? "", user.Email ?? ""]) is { } fault
            ? IdentityResult.Failed(new IdentityError { Code = nameof(PasswordRule), Description = fault })
            : IdentityResult.Success;

    /// <summary>What is wrong with it, in a sentence; null when nothing is.</summary>
    public static string? FaultOf(string password, int fewest, IEnumerable<string> names)
    {
        var normal = password.Normalize(NormalizationForm.FormKC);
        var small = normal.ToLowerInvariant();
        return normal.EnumerateRunes().Count() switch
        {
            var length when length < fewest => $"Use at least {fewest} characters. Three or four words are easy to remember.",
            > Most => $"Use at most {Most} characters.",
            _ when CommonPasswords.Contain(small) => "Many people use this password, and it is tried first. Choose another.",
            _ when IsPattern(small) => "Characters that repeat or follow each other are tried first. Choose another password.",
            _ when IsNames(small, names) => "This password is made of your name, your address, your role or the hospital's name. Choose another.",
            _ => null,
        };
    }

    private static bool IsPattern(string small)
    {
        var steps = small.Zip(small[1..], (one, next) => next - one).Distinct().ToList();
        if (steps is [>= -1 and <= 1]) return true;

        var period = Enumerable.Range(1, small.Length / 2).FirstOrDefault(length => small.AsSpan(length).SequenceEqual(small.AsSpan(0, small.Length - length)));
        return period is > 0 and < FewestOfItsOwn || period > 0 && CommonPasswords.Contain(small[..period]);
    }

    private static bool IsNames(string small, IEnumerable<string> names)
    {
        var bare = Marks().Replace(small, "");
        var words = names.Concat(Enum.GetValues<Role>().Select(role => Words.Spaced(role.ToString()))).Select(name => name.Normalize(NormalizationForm.FormKC).ToLowerInvariant())
            .SelectMany(name => (string[])[name, name.Split('@')[0], .. name.Split([' ', '@', '.', '-', '_'])]).Append("hospital")
            .Select(word => Marks().Replace(word, "")).Where(word => word.Length >= ShortestWord).Distinct().OrderByDescending(word => word.Length);
        var own = words.Aggregate(bare, (left, word) => left.Replace(word, "", StringComparison.Ordinal));
        return own.Length < bare.Length && (own.Length < FewestOfItsOwn || CommonPasswords.Contain(own));
    }

    [GeneratedRegex(@"[^\p{L}\p{M}\p{N}]")]
    private static partial Regex Marks();
}

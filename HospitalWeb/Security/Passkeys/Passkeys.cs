using HospitalWeb.Web;
using Microsoft.AspNetCore.Identity;

namespace HospitalWeb.Security.Passkeys;

public static class Passkeys
{
    public const int NameMaxLength = 60, MostOfOneAccount = 10;

    /// <summary>Which maker's device holds a passkey is not asked and nothing depends on it: attestation is not checked.</summary>
    public static void AddPasskeys(this IServiceCollection services)
    {
        services.AddScoped<PasskeyChallenges>();
        services.AddScoped<PasskeyCeremony>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<IConfiguration>((passkeys, settings) =>
        {
            // Without PublicUrl the program is reached from its own machine only, under the name that its user typed.
            passkeys.ServerDomain = Reach.PublicHost(settings);
            passkeys.UserVerificationRequirement = passkeys.ResidentKeyRequirement = "required";
            passkeys.AttestationConveyancePreference = "none";
            passkeys.ChallengeSize = 32;
            passkeys.AuthenticatorTimeout = PasskeyChallenge.GoodFor;
            passkeys.ValidateOrigin = said => ValueTask.FromResult(!said.CrossOrigin && said.Origin == (Reach.PublicOrigin(settings) ?? $"{said.HttpContext.Request.Scheme}://{said.HttpContext.Request.Host}"));
        });
    }
}

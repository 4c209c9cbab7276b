using System.Security.Claims;
using HospitalWeb.Data;
using HospitalWeb.Security.Links;
using HospitalWeb.Security.Passkeys;
using HospitalWeb.Security.Passwords;
using HospitalWeb.Security.Portal;
using HospitalWeb.Security.Sessions;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace HospitalWeb.Security;

public static class SignIn
{
    public const string SignInPath = "/Identity/Account/Login";

    public static void AddHospitalSignIn(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<RolePermissions>();
        services.AddSingleton<Doors>();
        services.AddScoped<CurrentUser>();
        services.AddScoped<Access.PatientAccess>();
        services.AddScoped<Delegation>();
        services.AddSingleton<IAuthorizationHandler, RequiresHandler>();
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddSingleton<SessionLimits>();
        services.AddScoped<FormKeeper>();
        services.AddSingleton<SignInThrottle>();
        services.AddPasskeys();
        services.AddSingleton<PasswordHashing>();
        services.AddSingleton<IPasswordHasher<Account>>(provider => provider.GetRequiredService<PasswordHashing>());
        services.AddOptions<PasswordHasherOptions>().Configure<IConfiguration>((hasher, settings) => hasher.IterationCount = PasswordHashing.RoundsOf(settings));
        services.AddScoped<PasswordRule>();
        services.AddScoped<ILookupNormalizer, AccountNames>();
        services.AddScoped<AccountLinks>();
        services.AddScoped<AccountNotices>();
        services.AddSingleton<PublicSite>();
        services.AddScoped<ResetRequest>();
        services.AddSingleton<SprayAlarm>();
        services.AddSingleton<RefusalAlarm>();
        services.AddScoped<PortalActivation>();
        services.AddSingleton<Afterwards>();
        services.AddHostedService(provider => provider.GetRequiredService<Afterwards>());
        services.AddDefaultIdentity<Account>(Configure)
            .AddRoles<AccountRole>()
            .AddEntityFrameworkStores<HospitalContext>()
            .AddUserStore<AccountStore>()
            .AddUserManager<AccountManager>()
            .AddPasswordValidator<PasswordRule>()
            .AddSignInManager<AccountSignIn>()
            .AddTokenProvider<TotpProvider>(TokenOptions.DefaultAuthenticatorProvider)
            .AddClaimsPrincipalFactory<AccountClaims>();
        services.ConfigureApplicationCookie(cookie => cookie.KeepInDatabase());
        services.AddSiteCookies();
    }

    public static void Configure(IdentityOptions options)
    {
        options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        options.User.RequireUniqueEmail = true;
        // PasswordRule alone says what a password must be.
        options.Password.RequiredLength = options.Password.RequiredUniqueChars = 1;
        options.Password.RequireDigit = options.Password.RequireLowercase = options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
        // The throttle counts tries for every way in; Identity's own lock would shut an account for anybody who knows its name.
        options.Lockout.AllowedForNewUsers = false;
    }

    private sealed class AccountClaims(UserManager<Account> accounts, RoleManager<AccountRole> roles, IOptions<IdentityOptions> options)
        : UserClaimsPrincipalFactory<Account, AccountRole>(accounts, roles, options)
    {
        protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
        {
            var identity = await base.GenerateClaimsAsync(user);
            identity.AddClaim(new(CurrentUser.DisplayNameClaim, user.DisplayName));
            if (user.PractitionerId is { } practitioner) identity.AddClaim(new(CurrentUser.PractitionerClaim, practitioner.ToString()));
            if (user.PatientId is { } patient) identity.AddClaim(new(CurrentUser.PatientClaim, patient.ToString()));
            return identity;
        }
    }
}

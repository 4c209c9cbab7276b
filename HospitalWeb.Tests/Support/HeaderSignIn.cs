using System.Security.Claims;
using System.Text.Encodings.Web;
using HospitalWeb.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace HospitalWeb.Tests.Support;

/// <summary>A test says in a header who asks; a test that says nothing signs in as people do.</summary>
internal sealed class HeaderSignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string RoleHeader = "X-Role", AccountHeader = "X-Account", PractitionerHeader = "X-Practitioner", PatientHeader = "X-Patient";
    public const string ByHeader = "Header", Choice = "HeaderOrCookie";

    public static string Choose(HttpContext context) => context.Request.Headers.ContainsKey(RoleHeader) ? ByHeader : IdentityConstants.ApplicationScheme;

    /// <summary>Everybody in a role is the same person, unless the test says otherwise.</summary>
    public static Guid AccountOf(Role role) => new(0x5EED, (short)role, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var role = Enum.Parse<Role>(Request.Headers[RoleHeader].ToString());
        List<Claim> claims =
        [
            new(ClaimTypes.NameIdentifier, Request.Headers[AccountHeader] is [{ } account] ? account : AccountOf(role).ToString()),
            new(ClaimTypes.Name, role.ToString()),
            new(ClaimTypes.Role, role.ToString()),
            new(CurrentUser.DisplayNameClaim, $"Test {role}"),
        ];
        if (Request.Headers[PractitionerHeader] is [{ } practitioner]) claims.Add(new(CurrentUser.PractitionerClaim, practitioner));
        if (Request.Headers[PatientHeader] is [{ } patient]) claims.Add(new(CurrentUser.PatientClaim, patient));
        return Task.FromResult(AuthenticateResult.Success(new(new(new ClaimsIdentity(claims, ByHeader)), ByHeader)));
    }
}

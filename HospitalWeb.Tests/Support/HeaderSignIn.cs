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
        // One role or several, and those that a test has made for itself.
        var roles = Request.Headers[RoleHeader].ToString().Split(',', StringSplitOptions.TrimEntries);
        var first = Enum.TryParse<Role>(roles[0], out var known) ? AccountOf(known) : Guid.Empty;
        List<Claim> claims =
        [
            new(ClaimTypes.NameIdentifier, Request.Headers[AccountHeader] is [{ } account] ? account : first.ToString()),
            new(ClaimTypes.Name, roles[0]),
            new(CurrentUser.DisplayNameClaim, $"Test {roles[0]}"),
            .. roles.Select(role => new Claim(ClaimTypes.Role, role)),
        ];
        if (Request.Headers[PractitionerHeader] is [{ } practitioner]) claims.Add(new(CurrentUser.PractitionerClaim, practitioner));
        if (Request.Headers[PatientHeader] is [{ } patient]) claims.Add(new(CurrentUser.PatientClaim, patient));
        return Task.FromResult(AuthenticateResult.Success(new(new(new ClaimsIdentity(claims, ByHeader)), ByHeader)));
    }
}

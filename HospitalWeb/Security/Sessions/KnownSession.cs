using System.Security.Claims;

namespace HospitalWeb.Security.Sessions;

public enum SessionState
{
    Open,
    /// <summary>Untouched for too long: its user must prove who he is before anything else.</summary>
    Locked,
    /// <summary>The account needs a second factor and has none yet: setting one up is all it may do.</summary>
    NeedsSecondFactor,
}

/// <summary>A session and its account as they are at this request.</summary>
public sealed record KnownSession(
    Guid Id, Guid AccountId, string UserName, string DisplayName, Guid? PractitionerId, Guid? PatientId, string Method, DateTimeOffset LastActiveAt, DateTimeOffset AuthenticatedAt, bool HasSecondFactor, List<KnownSession.HeldRole> Roles)
{
    public SessionState StateAt(DateTimeOffset now, SessionLimits limits) =>
        now - LastActiveAt >= limits.Idle ? SessionState.Locked
        : !HasSecondFactor && Roles.Exists(role => role.NeedsSecondFactor) ? SessionState.NeedsSecondFactor
        : SessionState.Open;

    /// <summary>Who is not let in yet is known by name and nothing else: no role, no record.</summary>
    public ClaimsIdentity Identity(SessionState state, string scheme)
    {
        List<Claim> claims =
        [
            new(ClaimTypes.NameIdentifier, AccountId.ToString()),
            new(ClaimTypes.Name, UserName),
            new(CurrentUser.DisplayNameClaim, DisplayName),
            new(SessionCookie.IdClaim, Id.ToString()),
            new(SessionCookie.StateClaim, state.ToString()),
            new(SessionCookie.MethodClaim, Method),
            new(SessionCookie.AuthenticatedClaim, AuthenticatedAt.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ];
        if (state != SessionState.Open) return new(claims, scheme);

        claims.AddRange(Roles.Select(role => new Claim(ClaimTypes.Role, role.Name)));
        if (PractitionerId is { } practitioner) claims.Add(new(CurrentUser.PractitionerClaim, practitioner.ToString()));
        if (PatientId is { } patient) claims.Add(new(CurrentUser.PatientClaim, patient.ToString()));
        return new(claims, scheme);
    }

    public sealed record HeldRole(string Name, bool NeedsSecondFactor);
}

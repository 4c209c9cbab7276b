using HospitalWeb.Domain;
using Microsoft.AspNetCore.Identity;

namespace HospitalWeb.Security;

/// <summary>Somebody who signs in: a member of staff, or a patient at the portal.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public const int DisplayNameMaxLength = 200;

    public required string DisplayName { get; set; }
    /// <summary>The practitioner this account belongs to; null for patients and for staff who treat nobody.</summary>
    public Guid? PractitionerId { get; init; }
    /// <summary>The patient whose record this account reads at the portal.</summary>
    public Guid? PatientId { get; init; }
    public bool IsDisabled { get; set; }
    /// <summary>Not before the address has been proven: a letter with a secret must reach nobody else.</summary>
    public bool MaySignIn => !IsDisabled && EmailConfirmed;
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? LastSignInAt { get; set; }
    /// <summary>The last 30-second step of which a code was accepted: each code opens once (RFC 6238, 5.2).</summary>
    public long LastTotpStep { get; private set; }
}

/// <summary>A role, and what those who hold it may do.</summary>
public sealed class AccountRole : IdentityRole<Guid>
{
    public Grants Grants { get; set; } = new();
    /// <summary>Whoever holds this role signs in with more than a password.</summary>
    public bool NeedsSecondFactor { get; set; }

    /// <summary>Lets the role do these things and nothing else. Whoever may give permissions must never be able to take that from everybody.</summary>
    public void Grant(IReadOnlyList<Permission> permissions)
    {
        BrokenRule.When(Name == nameof(Role.Admin) && !(permissions.Contains(Permission.EnterAdmin) && permissions.Contains(Permission.ManageRoles)), "Administrators must keep Enter admin and Manage roles: nobody could give them back.");
        Grants = new() { Permissions = [.. permissions] };
    }
}

public sealed record Grants
{
    public List<Permission> Permissions { get; init; } = [];
}

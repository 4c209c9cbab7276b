using System.Security.Claims;
using HospitalWeb.Data.Encounters;
using HospitalWeb.Domain;
using HospitalWeb.Security.Access;

namespace HospitalWeb.Security;

/// <summary>Who is signed in and asks for this page.</summary>
public sealed class CurrentUser(IHttpContextAccessor http, RolePermissions roles, TimeProvider time)
{
    public const string PractitionerClaim = "practitioner", PatientClaim = "patient", DisplayNameClaim = "display_name";

    private ClaimsPrincipal Principal => http.HttpContext?.User ?? new();

    public bool IsSignedIn => Principal.Identity?.IsAuthenticated == true;
    public Guid AccountId => Id(ClaimTypes.NameIdentifier) ?? throw new InvalidOperationException("Nobody is signed in.");
    public string Name => Principal.FindFirstValue(DisplayNameClaim) ?? Principal.Identity?.Name ?? "";
    /// <summary>The practitioner this account belongs to, if it does.</summary>
    public Guid? PractitionerId => Id(PractitionerClaim);
    /// <summary>The patient whose record the portal shows: one's own, or whose proxy one is on this request.</summary>
    public Guid? PatientId => ActsFor?.PatientId ?? Id(PatientClaim);
    public ActingFor? ActsFor => ActingFor.On(http.HttpContext);
    public IEnumerable<string> Roles => Principal.FindAll(ClaimTypes.Role).Select(role => role.Value);
    public NoteReader AsReader => new(AccountId, Can(Permission.SeeSealedNotes));
    public Stamp Stamp => new(AccountId, Name, time.GetUtcNow());

    public bool Can(Permission permission) => roles.Allow(Principal, permission);

    private Guid? Id(string claim) => Guid.TryParse(Principal.FindFirstValue(claim), out var id) ? id : null;
}

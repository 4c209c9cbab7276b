using HospitalWeb.Data;
using HospitalWeb.Data.Access;
using HospitalWeb.Domain.Access;
using HospitalWeb.Security;
using HospitalWeb.Security.Access;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Pages.Records;

/// <summary>Whose proxy one is. It stands outside the portal, where the database shows one patient and no other.</summary>
[Requires(Permission.SeeOwnRecord)]
public sealed class IndexModel(HospitalContext db, CurrentUser me, FacilityClock clock) : PageModel
{
    public IReadOnlyList<Record> Records { get; private set; } = [];

    public async Task OnGetAsync() => Records = await db.PatientProxies.ActiveOf(me.AccountId, clock.Now).OrderBy(p => p.Patient.ListName)
        .Select(p => new Record(ActingFor.HomeOf(p.PatientId), p.Patient.ListName, p.Relationship, p.Scope, p.Until)).ToListAsync();

    public sealed record Record(string Path, string Name, ProxyRelationship Relationship, ProxyScope Scope, DateTimeOffset Until);
}

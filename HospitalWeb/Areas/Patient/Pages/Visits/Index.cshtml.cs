using HospitalWeb.Data;
using HospitalWeb.Data.Encounters;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.PatientPortal.Pages.Visits;

[Requires(Permission.SeeOwnRecord)]
public sealed class IndexModel(HospitalContext db, CurrentUser me) : PageModel
{
    private const int PerPage = 20;

    /// <summary>Shows visits before this one.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public string? Next { get; private set; }

    public async Task OnGetAsync()
    {
        var visits = db.Encounters.OfSignedIn(me.PatientId);
        var found = await visits.NewestFirst(e => e.StartedAt, TimeKey.Parse(After)).Take(PerPage + 1)
            .Select(e => new Row(e.Id, e.StartedAt, e.Class, e.TypeCode!.Display, e.ChiefComplaint, e.Practitioner!.DisplayName, e.Status == EncounterStatus.InProgress, e.TookPlaceAt!.Name))
            .ToListAsync();
        (Rows, Next) = ([.. found.Take(PerPage)], found.Count > PerPage ? new TimeKey(found[PerPage - 1].StartedAt, found[PerPage - 1].Id).ToString() : null);
    }

    public sealed record Row(Guid Id, DateTimeOffset StartedAt, EncounterClass Class, string? Type, string? ChiefComplaint, string? Doctor, bool IsNow, string? Place)
    {
        public string? About => Type ?? ChiefComplaint;
    }
}

using HospitalWeb.Audit;
using HospitalWeb.Data;
using HospitalWeb.Data.Access;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Security;
using HospitalWeb.Security.Access;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Reception.Pages.Patients;

[Requires(Permission.EnterReception), Limited(Limit.Search)]
public sealed class IndexModel(HospitalContext db, PatientAccess access) : PageModel
{
    [BindProperty(SupportsGet = true, BinderType = typeof(SealedWords))]
    public string? Q { get; set; }

    public bool HasSearched => !string.IsNullOrWhiteSpace(Q);
    public bool HasMore { get; private set; }
    public IReadOnlyList<PatientLine> Rows { get; private set; } = [];

    public async Task OnGetAsync()
    {
        if (!HasSearched) return;

        var found = await (await db.PatientsLikeAsync(PatientQuery.Parse(Q), access.ViewFrom(Desk.Reception))).Lines().Take(PatientSearch.MostShown + 1).ToListAsync();
        (Rows, HasMore) = (found.Take(PatientSearch.MostShown).ToList(), found.Count > PatientSearch.MostShown);
        db.RecordSearch(Rows.Select(row => row.Number));
    }
}

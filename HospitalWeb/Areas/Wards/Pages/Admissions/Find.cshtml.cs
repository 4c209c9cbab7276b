using HospitalWeb.Audit;
using HospitalWeb.Data;
using HospitalWeb.Data.Access;
using HospitalWeb.Data.Patients;
using HospitalWeb.Data.Wards;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Security;
using HospitalWeb.Security.Access;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Wards.Pages.Admissions;

[Requires(Permission.AdmitPatients), Limited(Limit.Search)]
public sealed class FindModel(HospitalContext db, PatientAccess access) : PageModel
{
    [BindProperty(SupportsGet = true, BinderType = typeof(SealedWords))]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Bed { get; set; }

    public List<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync()
    {
        if (string.IsNullOrWhiteSpace(Q)) return;

        var patients = await (await db.PatientsLikeAsync(PatientQuery.Parse(Q), access.ViewFrom(Desk.Wards, beforeCare: true))).Take(PatientSearch.MostShown).Lines().ToListAsync();
        var ids = patients.ConvertAll(p => p.Id);
        var here = await db.Admissions.Open().Where(a => ids.Contains(a.PatientId)).Select(a => new { a.PatientId, a.Id }).ToDictionaryAsync(a => a.PatientId, a => a.Id);
        db.RecordSearch(patients.Select(p => p.Number));
        Rows = patients.ConvertAll(p => new Row(p, here.TryGetValue(p.Id, out var admission) ? admission : null));
    }

    public sealed record Row(PatientLine Patient, Guid? Admission);
}

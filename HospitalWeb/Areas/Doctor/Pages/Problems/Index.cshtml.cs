using HospitalWeb.Data;
using HospitalWeb.Data.Encounters;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Security;
using HospitalWeb.Web.Clinical;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Doctor.Pages.Problems;

[Requires(Permission.OpenCharts)]
public sealed class IndexModel(HospitalContext db, CurrentUser me) : PageModel
{
    [FromRoute]
    public Guid PatientId { get; init; }

    public PatientLine Patient { get; private set; } = null!;
    public IReadOnlyList<Row> Active { get; private set; } = [];
    public IReadOnlyList<Row> Past { get; private set; } = [];
    public bool MayRecord => me.Can(Permission.RecordDiagnoses);

    public async Task<IActionResult> OnGetAsync()
    {
        if (await db.LineAsync(PatientId) is not { } patient) return NotFound();

        Patient = patient;
        var rows = await db.Conditions.Where(c => c.PatientId == PatientId).OrderByDescending(c => c.OnsetOn).ThenBy(c => c.Id)
            .Select(c => new Row(c.Id, c.Concept.Code, c.Concept.Display, c.Status, c.OnsetOn, c.AbatedOn, c.Note, c.Recorded.Name, c.ErrorReason)).ToListAsync();
        Active = [.. rows.Where(row => row.IsActive)];
        Past = [.. rows.Where(row => !row.IsActive)];
        return Page();
    }

    public sealed record Row(Guid Id, string Code, string Words, ConditionStatus Status, DateOnly? OnsetOn, DateOnly? AbatedOn, string? Note, string RecordedBy, string? ErrorReason)
    {
        public bool IsActive => Status == ConditionStatus.Active && ErrorReason is null;
    }
}

using HospitalWeb.Data;
using HospitalWeb.Data.Prescribing;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Prescribing;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.PatientPortal.Pages.Prescriptions;

/// <summary>The signed-in patient's own prescriptions.</summary>
[Requires(Permission.SeeOwnRecord)]
public sealed class IndexModel(HospitalContext db, CurrentUser me, FacilityClock clock) : PageModel
{
    private const int PageSize = 25;

    [BindProperty(SupportsGet = true)]
    public int? After { get; init; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public string? Next { get; private set; }

    public async Task OnGetAsync()
    {
        var found = await db.Prescriptions.OwnedBy(me.PatientId).Where(p => After == null || p.Number < After).OrderByDescending(p => p.Number).Take(PageSize + 1)
            .Select(p => new Row(p.Id, p.Number, p.WrittenAt, p.Status, p.ValidUntil, p.Prescriber!.DisplayName, p.Items.OrderBy(i => i.Position).Select(i => i.Medicine).ToList())).ToListAsync();
        Rows = [.. found.Take(PageSize)];
        Next = found.Count > PageSize ? $"{Rows[^1].Number}" : null;
    }

    public string StateOf(Row row) => PlainWords.Of(row.Status, row.ValidUntil, clock.Today);

    public sealed record Row(Guid Id, int Number, DateTimeOffset WrittenAt, PrescriptionStatus Status, DateOnly? ValidUntil, string? Prescriber, List<MedicineLine> Medicines)
    {
        public string Label => HumanNumber.Format(Prescription.Prefix, Number);
    }
}

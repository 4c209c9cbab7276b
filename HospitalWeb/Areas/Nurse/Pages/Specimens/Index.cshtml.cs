using HospitalWeb.Data;
using HospitalWeb.Data.Laboratory;
using HospitalWeb.Data.Patients;
using HospitalWeb.Data.Wards;
using HospitalWeb.Domain.Laboratory;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Nurse.Pages.Specimens;

/// <summary>What the laboratory waits for, and where those lie of whom it is to be taken.</summary>
[Requires(Permission.CollectSpecimens)]
public sealed class IndexModel(HospitalContext db) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public string? Next { get; private set; }
    public IReadOnlySet<Guid> Alike { get; private set; } = new HashSet<Guid>();

    public async Task OnGetAsync()
    {
        var stays = db.BedStays.Open();
        var found = await db.LabOrderItems.In(LabItemStatus.Ordered).Behind(WorklistKey.Parse(After)).StatFirst().Take(PageSize + 1)
            .Select(i => new Row(i.Id, i.OrderId, i.Order.Number, i.Test.Display, i.SpecimenKind, i.Urgency, i.OrderedAt,
                new(i.Order.PatientId, i.Order.Patient.Number, i.Order.Patient.ListName, i.Order.Patient.BirthDate, i.Order.Patient.BirthDateIsEstimated, i.Order.Patient.Sex, i.Order.Patient.DiedAt),
                stays.Where(s => s.Admission.PatientId == i.Order.PatientId).OrderBy(s => s.From).Select(s => s.Bed.Ward.Name + ", bed " + s.Bed.Label).FirstOrDefault()))
            .ToListAsync();
        Rows = [.. found.Take(PageSize)];
        Alike = Namesakes.Among(Rows.Select(row => (row.Patient.Id, row.Patient.ListName)));
        Next = found.Count > PageSize ? new WorklistKey(Rows[^1].Urgency, Rows[^1].OrderedAt, Rows[^1].Id).ToString() : null;
    }

    public sealed record Row(Guid Id, Guid OrderId, int OrderNumber, string Test, SpecimenKind Kind, Urgency Urgency, DateTimeOffset OrderedAt, PatientLine Patient, string? Place);
}

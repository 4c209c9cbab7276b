using HospitalWeb.Data;
using HospitalWeb.Data.Laboratory;
using HospitalWeb.Domain.Laboratory;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Lab.Pages;

[Requires(Permission.EnterLab)]
public sealed class IndexModel(HospitalContext db) : PageModel
{
    private const int PageSize = 50;

    /// <summary>The bench's own queues, in the order in which a test passes through them.</summary>
    public static readonly LabItemStatus[] Queues = [LabItemStatus.Ordered, LabItemStatus.Collected, LabItemStatus.Received, LabItemStatus.InProgress, LabItemStatus.Resulted, LabItemStatus.Verified];

    [BindProperty(SupportsGet = true)]
    public LabItemStatus? Status { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public List<Row> Rows { get; private set; } = [];
    public IReadOnlySet<Guid> Alike => field ??= Namesakes.Among(Rows.Select(row => (row.PatientId, row.Patient)));
    public Dictionary<LabItemStatus, int> Counts { get; private set; } = [];
    public string? Next { get; private set; }

    public async Task OnGetAsync()
    {
        var shown = Status is { } one ? [one] : Queues;
        Counts = await db.LabOrderItems.In(Queues).GroupBy(i => i.Status).Select(same => new { same.Key, Count = same.Count() }).ToDictionaryAsync(c => c.Key, c => c.Count);
        Rows = await db.LabOrderItems.In(shown).Behind(WorklistKey.Parse(After)).StatFirst()
            .Select(i => new Row(
                i.Id, i.OrderId, i.Order.PatientId, i.Order.Patient.ListName, i.Order.Patient.Number, i.Order.Patient.BirthDate,
                i.Order.Number, i.Test.Display, i.SpecimenKind, i.SpecimenId, i.Specimen == null ? null : i.Specimen.Number, i.Status, i.Urgency, i.OrderedAt))
            .Take(PageSize + 1).ToListAsync();

        if (Rows.Count <= PageSize) return;
        Rows.RemoveAt(PageSize);
        Next = new WorklistKey(Rows[^1].Urgency, Rows[^1].OrderedAt, Rows[^1].Id).ToString();
    }

    public sealed record Row(
        Guid Id, Guid OrderId, Guid PatientId, string Patient, int PatientNumber, DateOnly? BirthDate,
        int OrderNumber, string Test, SpecimenKind Kind, Guid? SpecimenId, int? Accession, LabItemStatus Status, Urgency Urgency, DateTimeOffset OrderedAt);
}

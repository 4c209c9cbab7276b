using System.Globalization;
using HospitalWeb.Data;
using HospitalWeb.Data.Laboratory;
using HospitalWeb.Domain.Laboratory;
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
    public Dictionary<LabItemStatus, int> Counts { get; private set; } = [];
    public string? Next { get; private set; }

    public async Task OnGetAsync()
    {
        var shown = Status is { } one ? [one] : Queues;
        Counts = await db.LabOrderItems.In(Queues).GroupBy(i => i.Status).Select(same => new { same.Key, Count = same.Count() }).ToDictionaryAsync(c => c.Key, c => c.Count);
        Rows = await db.LabOrderItems.In(shown).Behind(Cursor.Read(After)).StatFirst()
            .Select(i => new Row(
                i.Id, i.OrderId, i.Order.PatientId, i.Order.Patient.ListName, i.Order.Patient.Number, i.Order.Patient.BirthDate,
                i.Order.Number, i.Test.Display, i.SpecimenKind, i.SpecimenId, i.Specimen == null ? null : i.Specimen.Number, i.Status, i.Urgency, i.OrderedAt))
            .Take(PageSize + 1).ToListAsync();

        if (Rows.Count <= PageSize) return;
        Rows.RemoveAt(PageSize);
        Next = new Cursor(Rows[^1].Urgency, Rows[^1].OrderedAt, Rows[^1].Id).ToString();
    }

    public sealed record Row(
        Guid Id, Guid OrderId, Guid PatientId, string Patient, int PatientNumber, DateOnly? BirthDate,
        int OrderNumber, string Test, SpecimenKind Kind, Guid? SpecimenId, int? Accession, LabItemStatus Status, Urgency Urgency, DateTimeOffset OrderedAt);
}

/// <summary>Where a page of the worklist ended.</summary>
internal sealed record Cursor(Urgency Urgency, DateTimeOffset OrderedAt, Guid Id)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(int)Urgency}_{OrderedAt.UtcTicks}_{Id:N}");

    public static Cursor? Read(string? text) =>
        text?.Split('_') is [var urgency, var ticks, var id] && int.TryParse(urgency, CultureInfo.InvariantCulture, out var u) && long.TryParse(ticks, CultureInfo.InvariantCulture, out var t)
            && t >= 0 && t <= DateTimeOffset.MaxValue.UtcTicks && Guid.TryParse(id, out var key)
            ? new((Urgency)u, new(t, TimeSpan.Zero), key)
            : null;
}

internal static class WorklistPaging
{
    public static IQueryable<LabOrderItem> Behind(this IQueryable<LabOrderItem> items, Cursor? end) => end is null ? items : items.Where(i =>
        i.Urgency > end.Urgency || i.Urgency == end.Urgency && (i.OrderedAt > end.OrderedAt || i.OrderedAt == end.OrderedAt && i.Id.CompareTo(end.Id) > 0));
}

using HospitalWeb.Data;
using HospitalWeb.Data.Laboratory;
using HospitalWeb.Domain.Laboratory;
using HospitalWeb.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Lab.Pages.Orders;

[Requires(Permission.EnterLab)]
public sealed class ShowModel(HospitalContext db) : PageModel
{
    [FromRoute]
    public Guid PatientId { get; init; }

    [FromRoute]
    public Guid OrderId { get; init; }

    public Order Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        var order = await db.LabOrders.Where(o => o.Id == OrderId && o.PatientId == PatientId)
            .Select(o => new Order(
                o.Number, o.Urgency, o.ClinicalNotes, o.Ordered.Name, o.Ordered.At,
                o.Items.OrderBy(i => i.OrderedAt).ThenBy(i => i.Test.Display).ThenBy(i => i.Status)
                    .Select(i => new Item(i.Id, i.Test.Display, i.SpecimenKind, i.SpecimenId, i.Specimen == null ? null : i.Specimen.Number, i.Status, i.Reason, i.RecollectionOfId != null)).ToList()))
            .SingleOrDefaultAsync();
        if (order is null) return NotFound();

        Shown = order;
        return Page();
    }

    public sealed record Order(int Number, Urgency Urgency, string? ClinicalNotes, string OrderedBy, DateTimeOffset OrderedAt, List<Item> Items);

    public sealed record Item(Guid Id, string Test, SpecimenKind Kind, Guid? SpecimenId, int? Accession, LabItemStatus Status, string? Reason, bool IsRecollection);
}

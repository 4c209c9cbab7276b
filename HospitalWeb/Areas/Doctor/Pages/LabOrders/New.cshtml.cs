using System.ComponentModel.DataAnnotations;
using HospitalWeb.Data;
using HospitalWeb.Data.Encounters;
using HospitalWeb.Data.Laboratory;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Domain.Laboratory;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Staff;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Doctor.Pages.LabOrders;

[Requires(Permission.OrderLabTests)]
public sealed class NewModel(HospitalContext db, CurrentUser me) : PageModel
{
    private static readonly TimeSpan SameTestAgain = TimeSpan.FromHours(24);
    private Encounter? visit;

    [FromRoute]
    public Guid PatientId { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    /// <summary>The search button was pressed: narrows the list, keeps what is typed, saves nothing.</summary>
    [BindProperty]
    public bool Narrow { get; set; }

    public Patient Patient { get; private set; } = null!;
    public PatientLine Line => PatientLine.Of(Patient);
    public List<Choice> Offered { get; private set; } = [];

    /// <summary>What was chosen stays in sight, whatever is searched for.</summary>
    public IEnumerable<Choice> Shown => Offered.Where(t => Input.Tests.Contains(t.Id) || t.Matches(Input.Search));

    public async Task<IActionResult> OnPostAsync()
    {
        if (Narrow) return Page();
        if (Input.Tests.Count == 0) ModelState.AddModelError("Input.Tests", "Choose at least one test.");
        if (await OrderedLatelyAsync() is { } lately && string.IsNullOrWhiteSpace(Input.AgainBecause)) ModelState.AddModelError("Input.AgainBecause", $"{lately} was ordered within the last day. Take it out, or say why it is needed again.");
        if (!ModelState.IsValid) return Page();

        var tests = await db.LabTests.Where(t => Input.Tests.Contains(t.Id)).OrderBy(t => t.Name).ToListAsync();
        var orderer = me.PractitionerId is { } id ? await db.Set<Practitioner>().SingleOrDefaultAsync(p => p.Id == id) : null;
        var order = LabOrder.Place(Patient, visit, orderer, Input.Urgency, Input.Notes(), tests, me.Stamp);
        db.LabOrders.Add(order);
        await db.SaveChangesAsync();

        TempData.Notice($"{HumanNumber.Of(order)} is ordered: {string.Join(", ", tests.Select(t => t.Name))}.");
        return RedirectToPage("/Results/Index", new { PatientId });
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.PatientAtVisitAsync(PatientId) is not { } known)
        {
            context.Result = NotFound();
            return;
        }

        (Patient, visit) = known;
        if ((await next()).IsShown) Offered = await db.LabTests.Offered().OrderBy(t => t.Name).Select(t => new Choice(t.Id, t.Code, t.Name, t.Specimen)).ToListAsync();
    }

    private Task<string?> OrderedLatelyAsync()
    {
        var since = me.Stamp.At - SameTestAgain;
        return db.LabOrderItems
            .Where(i => i.Order.PatientId == PatientId && i.LabTestId != null && Input.Tests.Contains(i.LabTestId.Value) && i.OrderedAt > since && i.Status != LabItemStatus.Cancelled && i.Status != LabItemStatus.Rejected)
            .OrderBy(i => i.Test.Display).Select(i => i.Test.Display).FirstOrDefaultAsync();
    }

    public sealed record Choice(Guid Id, string Code, string Name, SpecimenKind Specimen)
    {
        public bool Matches(string? sought) => string.IsNullOrWhiteSpace(sought)
            || Name.Contains(sought.Trim(), StringComparison.OrdinalIgnoreCase) || Code.Contains(sought.Trim(), StringComparison.OrdinalIgnoreCase);
    }

    public sealed class Form
    {
        public List<Guid> Tests { get; set; } = [];
        public string? Search { get; set; }
        public Urgency Urgency { get; set; } = Urgency.Routine;

        [StringLength(LabOrder.ClinicalNotesMaxLength / 2)]
        public string? ClinicalNotes { get; set; }

        [StringLength(LabOrder.ClinicalNotesMaxLength / 4)]
        public string? AgainBecause { get; set; }

        public string? Notes() => string.Join(" ", new[] { ClinicalNotes, AgainBecause is null ? null : $"Ordered again: {AgainBecause}" }.OfType<string>()) is { Length: > 0 } notes ? notes : null;
    }
}

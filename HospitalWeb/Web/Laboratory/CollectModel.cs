using HospitalWeb.Data;
using HospitalWeb.Data.Billing;
using HospitalWeb.Data.Laboratory;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain.Billing;
using HospitalWeb.Domain.Laboratory;
using HospitalWeb.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Web.Laboratory;

/// <summary>The tubes of one order, drawn and labelled; the laboratory and the nurses collect on the same page in their own area.</summary>
[Requires(Permission.CollectSpecimens)]
public sealed class CollectModel(HospitalContext db, CurrentUser me, Charges charges) : PageModel
{
    [FromRoute]
    public Guid PatientId { get; init; }

    [FromRoute]
    public Guid OrderId { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public LabOrder Order { get; private set; } = null!;
    public string Back => RouteData.Values["area"] is "Nurse" ? "/nurse/specimens" : $"/lab/patients/{PatientId}/orders/{OrderId}";
    public PatientLine Line => PatientLine.Of(Order.Patient);

    public IEnumerable<IGrouping<SpecimenKind, LabOrderItem>> Waiting => Order.Items.Where(i => i.Status == LabItemStatus.Ordered).GroupBy(i => i.SpecimenKind);

    public void OnGet() => Input.Kinds = [.. Waiting.Select(w => w.Key)];

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Input.IdentityChecked) ModelState.AddModelError("Input.IdentityChecked", "Check name and birth date with the patient before you collect.");
        if (!ModelState.IsValid) return Page();

        var stamp = me.Stamp;
        var drawn = Order.Collect(Input.Kinds, stamp);
        // What is collected again was charged the first time.
        var acts = drawn.SelectMany(s => s.Items).Where(i => i.FirstItemId is null && i.LabTest is not null)
            .Select(i => new BillableAct(ChargeSource.LabTest, i.Id, PatientId, Order.EncounterId, i.LabTest!.PriceCode, 1, i.Test.Display)).ToList();
        if (acts.Count > 0) await charges.RaiseAsync(acts, stamp);
        await db.SaveChangesAsync();

        TempData.Notice($"Collected. Put {string.Join(", ", drawn.Select(s => Domain.HumanNumber.Of(s)))} on the {(drawn.Count == 1 ? "tube" : "tubes")}.");
        return LocalRedirect(Back);
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var order = await db.LabOrders.Include(o => o.Patient).Include(o => o.Items).ThenInclude(i => i.LabTest).SingleOrDefaultAsync(o => o.Id == OrderId && o.PatientId == PatientId);
        if (order is null)
        {
            context.Result = NotFound();
            return;
        }

        Order = order;
        await next();
    }

    public sealed class Form
    {
        public List<SpecimenKind> Kinds { get; set; } = [];
        public bool IdentityChecked { get; set; }
    }
}

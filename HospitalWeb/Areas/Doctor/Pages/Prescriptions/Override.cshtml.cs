using HospitalWeb.Data;
using HospitalWeb.Data.Prescribing;
using HospitalWeb.Domain.DrugSafety;
using HospitalWeb.Domain.Prescribing;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace HospitalWeb.Areas.Doctor.Pages.Prescriptions;

/// <summary>The doctor goes on in spite of an alert and says why.</summary>
[Requires(Permission.Prescribe)]
public sealed class OverrideModel(HospitalContext db, PrescriptionChecks checks, CurrentUser me, FacilityClock clock) : OnePrescription(db, checks, clock)
{
    private readonly HospitalContext db = db;

    [FromRoute]
    public Guid ItemId { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public PrescriptionItem Item { get; private set; } = null!;
    public IReadOnlyList<SafetyAlert> ItemAlerts { get; private set; } = [];
    public IEnumerable<SelectListItem> Reasons => OverrideReasons.For(ItemAlerts).Select(reason => new SelectListItem(Capital(Spoken.Of(reason)), reason.ToString()));

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();

        Prescription.MustBeOf(me.PractitionerId);
        Prescription.Overrule(Item, AlertOverride.Of(Input.Reason, Input.Text, ItemAlerts, Check.Allergies.Version, me.Stamp));
        await db.SaveChangesAsync();

        TempData.Notice($"Your reason stands with {Item.Medicine.Generic}.");
        return RedirectToPage("./Details", new { PatientId, PrescriptionId });
    }

    protected override bool Finds()
    {
        if (Prescription.Items.SingleOrDefault(i => i.Id == ItemId) is not { } item) return false;

        Item = item;
        ItemAlerts = [.. Check.For(Prescription, item).Where(alert => alert.NeedsReason)];
        return true;
    }

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    public sealed class Form
    {
        public OverrideReason? Reason { get; set; }

        [System.ComponentModel.DataAnnotations.StringLength(AlertOverride.TextMaxLength)]
        public string? Text { get; set; }
    }
}

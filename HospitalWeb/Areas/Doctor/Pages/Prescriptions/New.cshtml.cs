using HospitalWeb.Data;
using HospitalWeb.Data.Encounters;
using HospitalWeb.Data.Prescribing;
using HospitalWeb.Domain;
using HospitalWeb.Domain.DrugSafety;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Prescribing;
using HospitalWeb.Domain.Staff;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Doctor.Pages.Prescriptions;

/// <summary>Adds a medicine to a draft, or begins one: first the medicine is searched and chosen, then route and dose are filled in.</summary>
[Requires(Permission.Prescribe)]
public sealed class NewModel(HospitalContext db, PrescriptionChecks checks, CurrentUser me, FacilityClock clock) : PageModel
{
    private const int Shown = 20;
    private Encounter? visit;

    [FromRoute]
    public Guid PatientId { get; init; }

    /// <summary>The draft that the medicine joins; null begins a new one.</summary>
    [FromRoute]
    public Guid? PrescriptionId { get; init; }

    [BindProperty(SupportsGet = true, Name = "medication")]
    public Guid? MedicationId { get; init; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; init; }

    [BindProperty]
    public MedicineForm Input { get; set; } = new();

    public Patient Patient { get; private set; } = null!;
    public Prescription? Draft { get; private set; }
    public Medication? Medication { get; private set; }
    public MedicineLine? Preview { get; private set; }
    public PrescriptionCheck Check { get; private set; } = null!;
    public IReadOnlyList<SafetyAlert> Alerts { get; private set; } = [];
    public IReadOnlyList<Choice> Choices { get; private set; } = [];
    public bool HasMore { get; private set; }
    public bool HasSearched => Q?.Trim().Length >= 2;

    public async Task OnGetAsync()
    {
        if (Medication is not null) Input = MedicineForm.UsualFor(Medication);
        else if (HasSearched)
        {
            var found = await db.Medications.Prescribable().Named(Q!).Take(Shown + 1).Select(m => new Choice(m.Id, m.GenericName, m.Brand, m.Strength, m.Form)).ToListAsync();
            (Choices, HasMore) = ([.. found.Take(Shown)], found.Count > Shown);
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();
        var line = Input.LineOf(Medication!);
        line.MustBeWritten();
        if (Input.Preview)
        {
            Preview = line;
            return Page();
        }

        var prescriber = await db.Set<Practitioner>().SingleOrDefaultAsync(p => p.Id == me.PractitionerId) ?? throw new BrokenRule("Your account belongs to no doctor. Ask an administrator to link it.");
        if (Draft is null) db.Prescriptions.Add(Draft = new() { Patient = Patient, Prescriber = prescriber, WrittenAt = clock.Now, Encounter = visit });
        Draft.MustBeOf(me.PractitionerId);
        Draft.Add(Medication!, line, Input.Refills, Input.Instructions);
        await db.SaveChangesAsync();

        return RedirectToPage("./Details", new { PatientId, PrescriptionId = Draft.Id });
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var known = await db.PatientAtVisitAsync(PatientId);
        Draft = PrescriptionId is null ? null : await db.Prescriptions.WithItems().Include(p => p.Prescriber).SingleOrDefaultAsync(p => p.Id == PrescriptionId && p.PatientId == PatientId && p.Status == PrescriptionStatus.Draft);
        Medication = MedicationId is null ? null : await db.Medications.SingleOrDefaultAsync(m => m.Id == MedicationId);
        var isPost = HttpMethods.IsPost(context.HttpContext.Request.Method);
        if (known is null || Draft is null && PrescriptionId is not null || Medication is null && (isPost || MedicationId is not null))
        {
            context.Result = NotFound();
            return;
        }

        (Patient, visit) = known;
        if (!(await next()).IsShown) return;

        Check = await checks.ForAsync(PatientId, clock.Today);
        if (Medication is not null) Alerts = Check.Allergies.For(Medication.GenericName, Medication.IngredientCodes);
    }

    public sealed record Choice(Guid Id, string GenericName, string? Brand, string Strength, DoseForm Form);
}

using System.ComponentModel.DataAnnotations;
using HospitalWeb.Data;
using HospitalWeb.Data.DrugSafety;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain;
using HospitalWeb.Domain.DrugSafety;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Web.Clinical;

/// <summary>Records one allergy. What the drug knowledge understands is stored with its code; what it does not is asked about once, and then kept as text that no check uses.</summary>
[Requires(Permission.RecordAllergies)]
public sealed class RecordAllergyModel(HospitalContext db, CurrentUser me, FacilityClock clock, DrugShelf shelf) : PageModel
{
    /// <summary>The choice to keep the words as they were typed.</summary>
    private const string AsTyped = "as-typed";

    [FromRoute]
    public Guid PatientId { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public Patient Patient { get; private set; } = null!;
    public DrugReference Drugs { get; private set; } = DrugReference.Empty;
    /// <summary>Shown when the substance was not understood.</summary>
    public IReadOnlyList<SelectListItem> Meanings { get; private set; } = [];

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();

        var text = Input.Substance!.Trim();
        var code = CodeOf(text);
        if (code is null && Input.Meaning != AsTyped) return Ask(text);

        BrokenRule.When(Input.OnsetOn > clock.Today, "The reaction cannot lie in the future.");
        var name = code is null ? text : Drugs.NameOf(code);
        BrokenRule.When(Patient.Allergies.Any(a => a.IsActive && string.Equals(a.Text, name, StringComparison.OrdinalIgnoreCase)), $"{name} is already an active allergy.");

        Patient.RecordAllergy(new()
        {
            Text = name, Reaction = string.IsNullOrWhiteSpace(Input.Reaction) ? null : Input.Reaction.Trim(), Severity = Input.Severity, Certainty = Input.Certainty, OnsetOn = Input.OnsetOn, Recorded = me.Stamp,
            DrugClassCode = code is not null && Drugs.Class(code) is not null ? code : null,
            IngredientCode = code is not null && Drugs.Ingredient(code) is not null ? code : null,
        });
        await db.SaveChangesAsync();

        TempData.Notice(code is null ? $"Allergy to {name} recorded. It cannot be checked automatically." : $"Allergy to {name} recorded.");
        return RedirectToPage("/Allergies/Index", new { patientId = PatientId });
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.Patients.WithAllergies().SingleOrDefaultAsync(p => p.Id == PatientId) is not { } patient)
        {
            context.Result = NotFound();
            return;
        }

        (Patient, Drugs) = (patient, await shelf.CurrentAsync(db));
        await next();
    }

    private string? CodeOf(string text)
    {
        if (Input.Meaning is { Length: > 0 } chosen && Drugs.Knows(chosen)) return chosen;
        return Drugs.Recognise(new() { Text = text, Recorded = me.Stamp }) is { IsComplete: true, Codes: [var only] } ? only : null;
    }

    private PageResult Ask(string text)
    {
        Meanings = [.. SubstanceSuggestions.For(text, Drugs).Select(known => new SelectListItem(known.Name, known.Code)), new($"Keep “{text}” as typed: it will not be checked automatically", AsTyped)];
        ModelState.AddModelError("Input.Meaning", $"“{text}” is not a substance that can be checked. Choose what is meant.");
        return Page();
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Enter the substance."), StringLength(CodedConcept.DisplayMaxLength)]
        public string? Substance { get; set; }

        public string? Meaning { get; set; }

        [StringLength(200)]
        public string? Reaction { get; set; }

        public AllergySeverity? Severity { get; set; }
        public AllergyCertainty Certainty { get; set; } = AllergyCertainty.Confirmed;
        public DateOnly? OnsetOn { get; set; }
    }
}

using HospitalWeb.Domain.DrugSafety;

namespace HospitalWeb.Domain.Prescribing;

/// <summary>A medicine that the patient is taking by another prescription.</summary>
public sealed record ActiveMedicine(Guid PrescriptionId, MedicineLine Medicine, IReadOnlyCollection<string> IngredientCodes);

/// <summary>All checks of a prescription: each medicine against the allergies, the medicines beside it and those already being taken.</summary>
public sealed class PrescriptionCheck(AllergyCheck allergies, DrugReference reference, IReadOnlyCollection<ActiveMedicine> active)
{
    public AllergyCheck Allergies => allergies;
    public IReadOnlyCollection<ActiveMedicine> Active => active;

    /// <summary>True when something could not be checked automatically: no knowledge, an allergy nobody can read, a medicine without known ingredients.</summary>
    public bool MustBeDoneByHand(Prescription prescription) =>
        !allergies.IsRunning || allergies.ForPatient().Any(a => a.NeedsReason) || prescription.Items.Any(i => i.IngredientCodes.Count == 0);

    /// <summary>Worst first.</summary>
    public IReadOnlyList<SafetyAlert> For(Prescription prescription, PrescriptionItem item)
    {
        var beside = prescription.Items.Where(other => other != item).Select(other => new ActiveMedicine(prescription.Id, other.Medicine, other.IngredientCodes));
        var taken = active.Where(a => a.PrescriptionId != prescription.Id && a.PrescriptionId != prescription.ReplacesId);
        return [.. allergies.For(item.Medicine.Generic, item.IngredientCodes), .. beside.Concat(taken).SelectMany(other => Duplicates(item, other)).DistinctBy(a => a.Text)];
    }

    private IEnumerable<SafetyAlert> Duplicates(PrescriptionItem item, ActiveMedicine other)
    {
        if (!allergies.IsRunning) return [];
        var codes = other.IngredientCodes.Count > 0 ? other.IngredientCodes : reference.IngredientsIn(other.Medicine.Generic);
        return item.IngredientCodes.Intersect(codes).Select(code => new SafetyAlert(
            SafetyRule.DuplicateIngredient, AlertTier.Warning, $"duplicate ingredient {reference.NameOf(code)}", other.Medicine.Text, item.Medicine.Generic,
            "The patient may take too much of it", allergies.Source));
    }
}

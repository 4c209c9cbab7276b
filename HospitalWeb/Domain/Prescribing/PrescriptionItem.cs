using HospitalWeb.Domain.DrugSafety;

namespace HospitalWeb.Domain.Prescribing;

/// <summary>One medicine of a prescription, with what was checked when it was signed and why an alert was overridden.</summary>
public sealed class PrescriptionItem
{
    public const int InstructionsMaxLength = 500;
    public const int MaxRefills = 11;

    public Guid Id { get; private set; }
    public Guid PrescriptionId { get; private set; }
    public int Position { get; init; }
    public Medication? Medication { get; init; }
    public Guid? MedicationId { get; private set; }
    public required MedicineLine Medicine { get; init; }
    public CodedConcept? Code { get; init; }
    public List<string> IngredientCodes { get; init; } = [];
    /// <summary>Pack units of one supply; null on what was imported without structure.</summary>
    public decimal? Quantity { get; init; }
    public string? QuantityUnit { get; init; }
    public int Refills { get; init; }
    public string? Instructions { get; init; }
    public CheckState Check { get; private set; }
    /// <summary>The edition of the drug knowledge that was asked at signing.</summary>
    public string? CheckedBy { get; private set; }
    public AlertOverride? Override { get; private set; }
    public decimal QuantityDispensed { get; private set; }

    public decimal MostQuantity => (Quantity ?? 0) * (1 + Refills);
    public decimal Remaining => MostQuantity - QuantityDispensed;
    public bool IsFullyDispensed => Remaining <= 0;
    /// <summary>What is missing of the supply that is being given; a whole refill when the last one is complete.</summary>
    public decimal Due => Quantity is not > 0 ? 0 : Math.Min(Remaining, Quantity.Value - QuantityDispensed % Quantity.Value);

    internal void Overrule(AlertOverride given) => Override = given;

    internal void MarkChecked(AllergyCheck check)
    {
        Check = check.IsRunning && IngredientCodes.Count > 0 ? CheckState.Checked : CheckState.NotChecked;
        CheckedBy = Check == CheckState.Checked ? check.Version : null;
    }

    internal void Give(decimal quantity)
    {
        BrokenRule.When(quantity <= 0, "Enter a quantity greater than 0.");
        BrokenRule.When(Quantity is null, "This medicine has no quantity. It came from another system and cannot be dispensed here.");
        BrokenRule.When(quantity > Remaining, $"Only {MedicineLine.Quantity(Remaining, QuantityUnit)} remain to be dispensed on this prescription.");

        QuantityDispensed += quantity;
    }
}

public enum CheckState
{
    [System.ComponentModel.DataAnnotations.Display(Name = "Not checked")] NotChecked,
    Checked,
}

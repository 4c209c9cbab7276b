namespace HospitalWeb.Domain.Prescribing;

/// <summary>
/// A product of the hospital's formulary. Doses are written in <see cref="DoseUnit"/> and counted out in <see cref="PackUnit"/>:
/// one pack unit (a capsule, a mL, an inhaler) holds <see cref="DosePerPackUnit"/> dose units.
/// </summary>
public sealed class Medication
{
    public const int StrengthMaxLength = 100;
    public const int UnitMaxLength = 40;
    public const int SearchTextMaxLength = 410;

    public Guid Id { get; private set; }
    public required string GenericName { get; set; }
    public string? Brand { get; set; }
    public required string Strength { get; set; }
    public required DoseForm Form { get; set; }
    public required MedicineRoute Route { get; set; }
    public required string DoseUnit { get; set; }
    public decimal? UsualDose { get; set; }
    public required decimal DosePerPackUnit { get; set; }
    public required string PackUnit { get; set; }
    public List<string> IngredientCodes { get; set; } = [];
    public string? RxNormCode { get; set; }
    /// <summary>Stock at or below this is low.</summary>
    public decimal ReorderLevel { get; set; }
    /// <summary>What a pack unit of a new batch is sold at unless said otherwise, in the hospital's currency.</summary>
    public decimal? UsualPrice { get; set; }
    public bool IsActive { get; private set; } = true;

    /// <summary>Name and brand in small letters, each word after a space: what a search looks into.</summary>
    public string SearchText { get => $" {GenericName} {Brand}".ToLowerInvariant(); private set { } }

    public string Label => string.Join(' ', new[] { GenericName, Strength, Spoken.Of(Form) });

    public void Deactivate()
    {
        BrokenRule.When(!IsActive, $"{Label} is already inactive.");
        IsActive = false;
    }

    public void Reactivate()
    {
        BrokenRule.When(IsActive, $"{Label} is already active.");
        IsActive = true;
    }

    public void MustBeUsable()
    {
        BrokenRule.When(string.IsNullOrWhiteSpace(GenericName), "Enter the generic name.");
        BrokenRule.When(DosePerPackUnit <= 0, $"Enter how many {DoseUnit} one {PackUnit} holds.");
        BrokenRule.When(ReorderLevel < 0, "The reorder level cannot be negative.");
        BrokenRule.When(IngredientCodes.Count == 0, "Choose at least one ingredient: allergies are checked by it.");
    }

    public MedicineLine Line(decimal dose, MedicineRoute route, Frequency frequency, int? maxPerDay, int days) => new()
    {
        Generic = GenericName, Brand = Brand, Strength = Strength, Form = Spoken.Of(Form), DoseAmount = dose, DoseUnit = DoseUnit,
        Route = route, Frequency = frequency, MaxPerDay = frequency == Frequency.AsRequired ? maxPerDay : null, Days = days,
    };

    /// <summary>Whole pack units that cover every dose; a vial that is opened is used up by its dose.</summary>
    public decimal QuantityFor(MedicineLine line) => Form is DoseForm.Injection or DoseForm.Infusion && DosePerPackUnit >= line.DoseAmount && PackUnit is not "pen"
        ? line.Doses ?? 0
        : Math.Ceiling((line.DoseAmount ?? 0) * (line.Doses ?? 0) / DosePerPackUnit);
}

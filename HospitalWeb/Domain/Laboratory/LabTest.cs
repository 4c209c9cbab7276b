namespace HospitalWeb.Domain.Laboratory;

/// <summary>A test that the laboratory offers: what is ordered, drawn and charged as one, and the analytes it measures.</summary>
public sealed class LabTest
{
    public const int CodeMaxLength = 20;
    public const int NameMaxLength = 120;
    public const int PriceCodeMaxLength = 40;

    public Guid Id { get; private set; }
    public required string Code { get; init; }
    public required string Name { get; set; }
    public required CodedConcept Loinc { get; init; }
    public required SpecimenKind Specimen { get; init; }
    /// <summary>The line of the price list that one of these is charged by.</summary>
    public required string PriceCode { get; init; }
    public bool IsActive { get; private set; } = true;
    public List<Analyte> Analytes { get; private set; } = [];

    public void Withdraw() => IsActive = false;

    public void Offer() => IsActive = true;
}

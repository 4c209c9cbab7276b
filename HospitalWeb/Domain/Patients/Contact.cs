namespace HospitalWeb.Domain.Patients;

/// <summary>Whom to call about the patient.</summary>
public sealed record Contact
{
    public const int Most = 5;

    public required string Name { get; init; }
    public string? Relationship { get; init; }
    public string? Phone { get; init; }
}

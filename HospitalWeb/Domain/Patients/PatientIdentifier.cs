namespace HospitalWeb.Domain.Patients;

/// <summary>A number that somebody else gave the patient, such as an ABHA or a passport number. One value names one patient.</summary>
public sealed class PatientIdentifier
{
    public const int SystemMaxLength = 200;
    public const int ValueMaxLength = 100;

    public Guid Id { get; private set; }
    public Guid PatientId { get; private set; }
    /// <summary>Who issues the number: a URI, or a short name such as "ABHA".</summary>
    public required string System { get; init; }
    public required string Value { get; init; }

    /// <summary>Letters and digits alone: 999-32-6872 and 999326872 are one number.</summary>
    public static string Plain(string value) => string.Concat(SearchWords.Fold(value).Where(char.IsLetterOrDigit)) is { Length: > 0 } plain ? plain : value;
}

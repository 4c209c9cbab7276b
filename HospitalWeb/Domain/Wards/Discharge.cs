using System.ComponentModel.DataAnnotations;

namespace HospitalWeb.Domain.Wards;

/// <summary>How a stay ended. An override names what was still open and why the patient left all the same.</summary>
public sealed record Discharge
{
    public const int SummaryMaxLength = 8000;
    public const int OverrideMaxLength = 1000;

    public required Destination Destination { get; init; }
    public required string Summary { get; init; }
    public string? OverrideReason { get; init; }
}

public enum Destination
{
    Home,
    [Display(Name = "Another hospital")] OtherHospital,
    [Display(Name = "Care home")] CareHome,
    [Display(Name = "Left against advice")] AgainstAdvice,
    Died,
}

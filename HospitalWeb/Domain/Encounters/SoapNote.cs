namespace HospitalWeb.Domain.Encounters;

/// <summary>What a consultation note says, by subjective, objective, assessment and plan.</summary>
public sealed record SoapNote
{
    public const int TextMaxLength = 8000;

    public Subjective Subjective { get; init; } = new();
    public Objective Objective { get; init; } = new();
    public Assessment Assessment { get; init; } = new();
    public Plan Plan { get; init; } = new();
}

/// <summary>What the patient tells.</summary>
public sealed record Subjective
{
    public string ChiefComplaint { get; init; } = "";
    public string History { get; init; } = "";
    public string ReviewOfSystems { get; init; } = "";
    public string PastHistory { get; init; } = "";
    public string FamilyAndSocialHistory { get; init; } = "";
}

/// <summary>What was found.</summary>
public sealed record Objective
{
    public string Examination { get; init; } = "";
    public string Investigations { get; init; } = "";
}

/// <summary>What the doctor makes of it.</summary>
public sealed record Assessment
{
    public string Impression { get; init; } = "";
    public string Differential { get; init; } = "";
}

/// <summary>What is going to be done. The advice is written for the patient, who reads it at the portal.</summary>
public sealed record Plan
{
    public string Treatment { get; init; } = "";
    public string Advice { get; init; } = "";
    public FollowUp FollowUp { get; init; } = new();
}

public sealed record FollowUp
{
    public DateOnly? On { get; init; }
    public string Instructions { get; init; } = "";
}

using System.ComponentModel.DataAnnotations;

namespace HospitalWeb.Domain.Patients;

/// <summary>
/// What whoever treats a patient must know before touching them. Of each kind one is active at a time, but for infections and what has no kind of its own.
/// Never deleted: resolved, with a reason.
/// </summary>
public sealed class PatientFlag
{
    public const int TextMaxLength = 200;
    public const int ReasonMaxLength = 500;
    public const string AlreadyActive = "This flag is already active. End it first, or leave it as it is.";

    public Guid Id { get; private set; }
    public Guid PatientId { get; private set; }
    public required FlagKind Kind { get; init; }
    public required FlagLevel Level { get; init; }
    /// <summary>The organism of an infection, the make of an implant; what a flag without a kind of its own says.</summary>
    public string? Text { get; init; }
    public required Stamp Raised { get; init; }
    /// <summary>The day somebody looks again whether it still holds.</summary>
    public DateOnly? ReviewOn { get; init; }
    public Stamp? Resolved { get; private set; }
    public string? ResolveReason { get; private set; }

    public bool IsActive => ResolveReason is null;
    public bool MayRepeat => Kind is FlagKind.Infection or FlagKind.Other;

    public bool IsReviewDue(DateOnly today) => IsActive && ReviewOn <= today;

    /// <summary>The patient's flags must be loaded.</summary>
    public static PatientFlag Raise(Patient patient, FlagKind kind, FlagLevel level, string? text, DateOnly? reviewOn, Stamp raised, DateOnly today)
    {
        var flag = new PatientFlag { Kind = kind, Level = level, Text = text.TrimToNull(), ReviewOn = reviewOn, Raised = raised };
        BrokenRule.When(kind == FlagKind.Infection && flag.Text is null, "Name the organism, or write that it is not yet known.");
        BrokenRule.When(kind == FlagKind.Other && flag.Text is null, "Say what there is to know.");
        BrokenRule.When(reviewOn < today, "The review date has passed.");
        BrokenRule.When(patient.Flags.Any(f => f.IsActive && f.Kind == kind && (!flag.MayRepeat || string.Equals(f.Text, flag.Text, StringComparison.OrdinalIgnoreCase))), AlreadyActive);

        patient.Flags.Add(flag);
        return flag;
    }

    public void Resolve(string? reason, Stamp stamp)
    {
        BrokenRule.When(!IsActive, "This flag has already ended.");
        BrokenRule.When(string.IsNullOrWhiteSpace(reason), "Say why this flag no longer holds.");

        (Resolved, ResolveReason) = (stamp, reason!.Trim());
    }
}

/// <summary>In the order in which they are read when their levels are equal.</summary>
public enum FlagKind
{
    [Display(Name = "Do not resuscitate")] DoNotResuscitate,
    [Display(Name = "Infection or isolation")] Infection,
    [Display(Name = "Safeguarding concern")] Safeguarding,
    [Display(Name = "Risk of aggression")] Aggression,
    [Display(Name = "Falls risk")] Falls,
    [Display(Name = "Suicide or self-harm risk")] SelfHarm,
    Anticoagulated,
    [Display(Name = "Pacemaker or implant")] Implant,
    [Display(Name = "Difficult airway")] DifficultAirway,
    [Display(Name = "Pressure ulcer risk")] PressureUlcer,
    [Display(Name = "Swallowing difficulty")] Swallowing,
    [Display(Name = "Communication need")] Communication,
    Other,
}

public enum FlagLevel { Low, Medium, High }

using System.ComponentModel.DataAnnotations;
using HospitalWeb.Domain.DrugSafety;

namespace HospitalWeb.Domain.Prescribing;

/// <summary>Why a doctor goes on in spite of an alert; kept with the words of the alert and the edition of the rules that raised it.</summary>
public sealed record AlertOverride
{
    public const int TextMaxLength = 500;

    public required OverrideReason Reason { get; init; }
    public string? Text { get; init; }
    public required List<string> Alerts { get; init; }
    public required string RuleVersion { get; init; }
    public required Stamp By { get; init; }

    public string Words => Reason == OverrideReason.Other ? Text! : Spoken.Of(Reason);

    public static AlertOverride Of(OverrideReason? reason, string? text, IEnumerable<SafetyAlert> alerts, string ruleVersion, Stamp by)
    {
        var answered = alerts.Where(alert => alert.NeedsReason).ToList();
        BrokenRule.When(answered.Count == 0, "There is no alert that needs a reason.");
        BrokenRule.When(reason is null || !OverrideReasons.For(answered).Contains(reason.Value), "Choose the reason for going on.");
        BrokenRule.When(reason == OverrideReason.Other && string.IsNullOrWhiteSpace(text), "Write the reason for going on.");

        return new()
        {
            Reason = reason!.Value, Text = text.TrimToNull(), RuleVersion = ruleVersion, By = by,
            Alerts = [.. answered.Select(alert => alert.Text)],
        };
    }

    /// <summary>A new or changed alert needs a new reason.</summary>
    public bool Covers(IEnumerable<SafetyAlert> alerts) => alerts.Where(alert => alert.NeedsReason).All(alert => Alerts.Contains(alert.Text));
}

public static class OverrideReasons
{
    private static readonly OverrideReason[] OfAllergies =
        [OverrideReason.ToleratedBefore, OverrideReason.NotAnAllergy, OverrideReason.NoAlternative, OverrideReason.UnderObservation, OverrideReason.SpecialistAdvice];

    private static readonly OverrideReason[] OfDuplicates = [OverrideReason.MeantTogether, OverrideReason.NoAlternative];

    /// <summary>Only the reasons that answer one of these alerts.</summary>
    public static IEnumerable<OverrideReason> For(IEnumerable<SafetyAlert> alerts) =>
        [.. alerts.Where(a => a.NeedsReason).SelectMany(a => a.Rule == SafetyRule.DuplicateIngredient ? OfDuplicates : OfAllergies).Distinct().Order(), OverrideReason.Other];
}

public enum OverrideReason
{
    [Display(Name = "Tolerated before")] ToleratedBefore,
    [Display(Name = "The recorded reaction was not an allergy")] NotAnAllergy,
    [Display(Name = "No suitable alternative, the benefit outweighs the risk")] NoAlternative,
    [Display(Name = "Desensitised or given under observation")] UnderObservation,
    [Display(Name = "Advised by an allergy specialist")] SpecialistAdvice,
    [Display(Name = "Meant together, the total daily dose is checked")] MeantTogether,
    Other,
}

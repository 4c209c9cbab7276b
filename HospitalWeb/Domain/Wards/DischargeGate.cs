namespace HospitalWeb.Domain.Wards;

/// <summary>Something that must be settled before the patient leaves, and where to settle it.</summary>
public sealed record Blocker(string Sentence, string? Url);

/// <summary>Lets a patient leave when nothing is open, or when somebody who may says why it can stay open.</summary>
public static class DischargeGate
{
    /// <summary>Answers with what the discharge records about the override, or null when none was needed.</summary>
    public static string? Pass(IReadOnlyCollection<Blocker> blockers, bool mayOverride, string? reason)
    {
        if (blockers.Count == 0) return null;

        var open = string.Join(" ", blockers.Select(b => b.Sentence));
        BrokenRule.When(string.IsNullOrWhiteSpace(reason), $"The patient cannot be discharged yet. {open}");
        BrokenRule.When(!mayOverride, $"Only the ward manager may discharge with open items. {open}");
        var record = $"{reason!.Trim()} ({open})";
        return record.Length <= Discharge.OverrideMaxLength ? record : record[..Discharge.OverrideMaxLength];
    }
}

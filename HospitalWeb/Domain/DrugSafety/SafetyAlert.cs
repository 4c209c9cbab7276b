namespace HospitalWeb.Domain.DrugSafety;

/// <summary>How hard an alert stops: chosen by the rule, never by a page.</summary>
public enum AlertTier { Note = 1, Warning = 2, Stop = 3 }

public enum SafetyRule { Allergy, CrossReaction, UnreadAllergy, NotAsked, DuplicateIngredient }

/// <summary>One alert in five parts: the hazard, this patient's facts, what was chosen, what may happen, and where the rule comes from.</summary>
public sealed record SafetyAlert(SafetyRule Rule, AlertTier Tier, string Hazard, string Recorded, string Chosen, string Consequence, string Source)
{
    public const int TextMaxLength = 1000;

    /// <summary>Without a reason the order cannot be signed.</summary>
    public bool NeedsReason => Tier is AlertTier.Stop or AlertTier.Warning;

    public string Text => $"{Tier}: {Hazard}. Recorded: {Recorded}. You chose: {Chosen}. {Consequence}.";
}

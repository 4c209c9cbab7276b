using System.ComponentModel.DataAnnotations;

namespace HospitalWeb.Domain.Prescribing;

public enum MedicineRoute
{
    Oral,
    Sublingual,
    Buccal,
    Inhaled,
    Nasal,
    Topical,
    Transdermal,
    [Display(Name = "To the eye")] Ophthalmic,
    [Display(Name = "To the ear")] Otic,
    Rectal,
    Vaginal,
    Intravenous,
    Intramuscular,
    Subcutaneous,
    [Display(Name = "By feeding tube")] FeedingTube,
}

public enum DoseForm
{
    Tablet,
    [Display(Name = "Modified-release tablet")] ModifiedReleaseTablet,
    Capsule,
    [Display(Name = "Oral solution")] OralSolution,
    [Display(Name = "Oral suspension")] OralSuspension,
    Injection,
    Infusion,
    Inhaler,
    [Display(Name = "Nebuliser solution")] NebuliserSolution,
    Spray,
    Cream,
    Ointment,
    [Display(Name = "Eye drops")] EyeDrops,
    [Display(Name = "Ear drops")] EarDrops,
    Patch,
    Suppository,
    Other,
}

/// <summary>The words of an enum member as they stand inside a sentence.</summary>
public static class Spoken
{
    public static string Of<T>(T value) where T : struct, Enum
    {
        var name = value.ToString();
        var display = typeof(T).GetField(name)?.GetCustomAttributes(typeof(DisplayAttribute), false).OfType<DisplayAttribute>().FirstOrDefault()?.Name ?? name;
        return char.ToLowerInvariant(display[0]) + display[1..];
    }
}

using System.ComponentModel.DataAnnotations;

namespace HospitalWeb.Domain.Prescribing;

/// <summary>How often a dose is taken, in words that nobody can misread.</summary>
public enum Frequency
{
    [Display(Name = "Once a day")] OnceADay,
    [Display(Name = "Twice a day")] TwiceADay,
    [Display(Name = "Three times a day")] ThreeTimesADay,
    [Display(Name = "Four times a day")] FourTimesADay,
    [Display(Name = "In the morning")] InTheMorning,
    [Display(Name = "At night")] AtNight,
    [Display(Name = "Every 12 hours")] Every12Hours,
    [Display(Name = "Every 8 hours")] Every8Hours,
    [Display(Name = "Every 6 hours")] Every6Hours,
    [Display(Name = "Every 4 hours")] Every4Hours,
    [Display(Name = "Every other day")] EveryOtherDay,
    [Display(Name = "Once a week")] OnceAWeek,
    [Display(Name = "Once only")] OnceOnly,
    [Display(Name = "As required")] AsRequired,
}

public static class FrequencyWords
{
    extension(Frequency frequency)
    {
        /// <summary>Doses that fall within this many days; as-required ones at their daily maximum.</summary>
        public int DosesIn(int days, int? maxPerDay) => frequency switch
        {
            Frequency.OnceOnly => 1,
            Frequency.AsRequired => (maxPerDay ?? 0) * days,
            Frequency.EveryOtherDay => (days + 1) / 2,
            Frequency.OnceAWeek => (days + 6) / 7,
            Frequency.TwiceADay or Frequency.Every12Hours => 2 * days,
            Frequency.ThreeTimesADay or Frequency.Every8Hours => 3 * days,
            Frequency.FourTimesADay or Frequency.Every6Hours => 4 * days,
            Frequency.Every4Hours => 6 * days,
            _ => days,
        };

        public string InWords(int? maxPerDay) => frequency == Frequency.AsRequired && maxPerDay is { } most
            ? $"as required, at most {Times(most)} in 24 hours"
            : Spoken.Of(frequency);
    }

    private static string Times(int count) => count switch { 1 => "once", 2 => "twice", _ => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{count} times") };
}

using System.Globalization;

namespace HospitalWeb.Domain.Prescribing;

/// <summary>
/// What is to be taken, how much and how, as it was written: later changes of the formulary do not reach it.
/// What came from elsewhere without structure has its words in <see cref="Generic"/> and no dose.
/// </summary>
public sealed record MedicineLine
{
    public const int TextMaxLength = 300;
    public const int MaxDays = 366;

    public required string Generic { get; init; }
    public string? Brand { get; init; }
    public string? Strength { get; init; }
    public string? Form { get; init; }
    public decimal? DoseAmount { get; init; }
    public string? DoseUnit { get; init; }
    public MedicineRoute? Route { get; init; }
    public Frequency? Frequency { get; init; }
    public int? MaxPerDay { get; init; }
    public int? Days { get; init; }

    public bool HasDose => DoseAmount is not null && Frequency is not null;
    public string? Dose => DoseAmount is { } amount ? $"{Number(amount)} {DoseUnit}" : null;
    public string? Duration => Days switch { null => null, 1 => "1 day", { } days => $"{days.ToString(CultureInfo.InvariantCulture)} days" };
    public string? Often => Frequency?.InWords(MaxPerDay);
    public int? Doses => Frequency is { } frequency && Days is { } days ? frequency.DosesIn(days, MaxPerDay) : null;

    /// <summary>The parts in their fixed order: name, brand, strength, form, dose, duration, route, frequency.</summary>
    public string Text => string.Join(" — ", new[]
    {
        Generic, Brand?.ToUpperInvariant(), Strength, Form, Dose is null ? null : $"DOSE {Dose}", Duration, Route is { } route ? Spoken.Of(route) : null, Often,
    }.OfType<string>());

    /// <summary>Never a trailing zero (5, not 5.0) and always a leading one (0.5).</summary>
    public static string Number(decimal amount) => amount.ToString("#,0.####", CultureInfo.InvariantCulture);

    /// <summary>So many tablets, or one; what is measured keeps its unit as it is.</summary>
    public static string Quantity(decimal amount, string? unit) => $"{Number(amount)} {(amount == 1 ? unit : Many(unit))}";

    private static string? Many(string? unit) => unit switch
    {
        "patch" => "patches",
        "pessary" => "pessaries",
        "suppository" => "suppositories",
        "ampoule" or "bottle" or "capsule" or "drop" or "inhaler" or "pen" or "puff" or "sachet" or "syringe" or "tablet" or "tube" or "vial" => unit + "s",
        _ => unit,
    };

    public void MustBeWritten()
    {
        BrokenRule.When(string.IsNullOrWhiteSpace(Generic), "Choose a medicine.");
        BrokenRule.When(DoseAmount is not > 0, "Enter a dose greater than 0.");
        BrokenRule.When(Route is null, "Choose the route.");
        BrokenRule.When(Frequency is null, "Choose how often the dose is taken.");
        BrokenRule.When(Days is not (> 0 and <= MaxDays), $"Enter a duration from 1 to {MaxDays} days.");
        BrokenRule.When(Frequency == Prescribing.Frequency.AsRequired && MaxPerDay is not (> 0 and <= 24), "Enter how many doses may be taken in 24 hours, from 1 to 24.");
    }
}

namespace HospitalWeb.Domain.Laboratory;

/// <summary>What was found: a number in the analyte's own unit, or words.</summary>
public readonly record struct ResultValue(decimal? Number, string? Text)
{
    public const int TextMaxLength = 1000;

    public static ResultValue Of(decimal number) => new(number, null);

    public static ResultValue Of(string text) => new(null, text.Trim());
}

using HospitalWeb.Domain.Laboratory;

namespace HospitalWeb.Web.Laboratory;

/// <summary>Results, ranges and states as they are written everywhere.</summary>
public static class ResultWords
{
    public static string Value(decimal? number, string? text, int decimals, string unit) => $"{LabResult.FormatValue(number, text, decimals)}\u00A0{Unit(unit)}".TrimEnd('\u00A0');

    /// <summary>A unit as it is read: machines write powers of ten as 10^9.</summary>
    public static string Unit(string unit) => unit.Replace("10^12", "×10¹²", StringComparison.Ordinal).Replace("10^9", "×10⁹", StringComparison.Ordinal).Replace("10^6", "×10⁶", StringComparison.Ordinal).Replace("10^3", "×10³", StringComparison.Ordinal);

    /// <summary>"3.5 to 5.1", "less than or equal to 5.0", "12 or more"; the population behind it in brackets.</summary>
    public static string Range(decimal? low, decimal? high, string? population, int decimals) => (low, high) switch
    {
        ({ } l, { } h) => $"{LabResult.FormatValue(l, null, decimals)} to {LabResult.FormatValue(h, null, decimals)}{For(population)}",
        ({ } l, null) => $"{LabResult.FormatValue(l, null, decimals)} or more{For(population)}",
        (null, { } h) => $"up to {LabResult.FormatValue(h, null, decimals)}{For(population)}",
        _ => population ?? "No range",
    };

    /// <summary>How a number moved since the last one; nothing when the units differ.</summary>
    public static string Change(LabResult now, LabResult before) => now.NumericValue is { } value && before.NumericValue is { } was && now.Unit == before.Unit
        ? value == was ? "unchanged" : $"{(value > was ? "up" : "down")} by {LabResult.FormatValue(Math.Abs(value - was), null, now.Decimals)}"
        : "";

    public static string Status(LabItemStatus status) => Words.Of(status);

    /// <summary>What a doctor reads of a test's way through the laboratory.</summary>
    public static string State(LabItemStatus status, string? reason) => status switch
    {
        LabItemStatus.Ordered => "Awaiting sample",
        LabItemStatus.Collected or LabItemStatus.Received or LabItemStatus.InProgress or LabItemStatus.Resulted => "In progress",
        LabItemStatus.Verified or LabItemStatus.Released => "Final",
        LabItemStatus.Corrected => "Corrected",
        _ => $"{Words.Of(status)}: {reason}",
    };

    /// <summary>The kind of <c>status</c> pill that goes with it.</summary>
    public static string Kind(LabItemStatus status) => status switch
    {
        LabItemStatus.Released or LabItemStatus.Verified => "done",
        LabItemStatus.Corrected => "info",
        LabItemStatus.Rejected => "warning",
        LabItemStatus.Cancelled => "neutral",
        _ => "waiting",
    };

    public static string UrgencyKind(Urgency urgency) => urgency switch { Urgency.Stat => "critical", Urgency.Urgent => "warning", _ => "neutral" };

    private static string For(string? population) => population is null ? "" : $" ({population})";
}

namespace HospitalWeb.Web.Charts;

/// <summary>One measurement on a curve. A second, lower value makes it a bar between the two, as for blood pressure.</summary>
public sealed record TrendPoint(DateTimeOffset At, decimal Value, decimal? Lower = null);

/// <summary>
/// One quantity over time on a scale that does not refit; values outside stretch it, and the chart says so.
/// The pale band is what is usual, for the people named.
/// </summary>
public sealed record Trend(string Name, string Unit, IReadOnlyList<TrendPoint> Points, decimal From, decimal To)
{
    public (decimal From, decimal To)? Usual { get; init; }
    public string? UsualFor { get; init; }

    public decimal Bottom => Points.Select(p => p.Lower ?? p.Value).Append(From).Min();
    public decimal Top => Points.Select(p => p.Value).Append(To).Max();
    public bool IsStretched => Bottom < From || Top > To;

    public static string Show(TrendPoint point) => point.Lower is { } lower ? $"{Words.Number(point.Value)}/{Words.Number(lower)}" : Words.Number(point.Value);
}

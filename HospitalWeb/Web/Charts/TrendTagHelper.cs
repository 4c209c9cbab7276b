using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HospitalWeb.Web.Charts;

/// <summary>
/// Draws a curve as SVG on the server: points joined by thin straight lines, time in proportion. It prints, and needs no script.
/// The page shows the same numbers in a table beside it: <c>&lt;trend of="Model.Pulse" symbol="1" /&gt;</c>
/// </summary>
[HtmlTargetElement("trend", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TrendTagHelper(FacilityClock clock) : TagHelper
{
    private const int Width = 440, Height = 190, Left = 52, Right = 84, Upper = 14, Lower = 30;

    public required Trend Of { get; set; }
    /// <summary>1 to 5: colour and symbol of the series.</summary>
    public int Symbol { get; set; } = 1;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var points = Of.Points.OrderBy(p => p.At).ToList();
        if (points.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "figure";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "hw-chart");
        output.Content.AppendHtml("<figcaption>").Append($"{Of.Name} ({Of.Unit})").AppendHtml("</figcaption>").AppendHtml(Drawing(points));
        if (Of is { Usual: { } usual, UsualFor: { } people }) output.Content.AppendHtml("<p class=\"hw-hint\">").Append($"Pale band: {Words.Number(usual.From)} to {Words.Number(usual.To)} {Of.Unit} ({people})").AppendHtml("</p>");
        if (Of.IsStretched) output.Content.AppendHtml("<p class=\"hw-hint\">Scale stretched to show every value.</p>");
    }

    private string Summary(List<TrendPoint> points) =>
        $"{Of.Name}: {points.Count} {(points.Count == 1 ? "measurement" : "measurements")} from {Day(points[0])} to {Day(points[^1])}, latest {Trend.Show(points[^1])} {Of.Unit}" +
        (points.Count > 1 ? $", before that {Trend.Show(points[^2])}." : ".");

    private string Drawing(List<TrendPoint> points)
    {
        var svg = new StringBuilder();
        Write(svg, $"<svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{HtmlEncoder.Default.Encode(Summary(points))}\" class=\"hw-chart-{Symbol}\">");
        if (Of.Usual is { } usual) Write(svg, $"<rect class=\"hw-band\" x=\"{Left}\" y=\"{Y(usual.To)}\" width=\"{Width - Left - Right}\" height=\"{Y(usual.From) - Y(usual.To)}\"/>");
        foreach (var tick in new[] { Of.Bottom, (Of.Bottom + Of.Top) / 2, Of.Top })
            Write(svg, $"<line class=\"hw-grid\" x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{Y(tick)}\" y2=\"{Y(tick)}\"/><text x=\"{Left - 6}\" y=\"{Y(tick) + 5}\" text-anchor=\"end\">{Words.Number(Math.Round(tick, 1))}</text>");
        Write(svg, $"<text x=\"{Left}\" y=\"{Height - 8}\">{Day(points[0])}</text>");
        if (points.Count > 1) Write(svg, $"<text x=\"{Width - Right}\" y=\"{Height - 8}\" text-anchor=\"end\">{Day(points[^1])}</text>");

        if (points.TrueForAll(p => p.Lower is null)) Write(svg, $"<polyline class=\"hw-line\" points=\"{string.Join(' ', points.Select(p => string.Create(CultureInfo.InvariantCulture, $"{X(p, points)},{Y(p.Value)}")))}\"/>");
        foreach (var point in points)
        {
            if (point.Lower is { } lower) Write(svg, $"<line class=\"hw-bar\" x1=\"{X(point, points)}\" x2=\"{X(point, points)}\" y1=\"{Y(point.Value)}\" y2=\"{Y(lower)}\"/>{Mark(X(point, points), Y(lower))}");
            svg.Append(Mark(X(point, points), Y(point.Value)));
        }
        Write(svg, $"<text class=\"hw-latest\" x=\"{X(points[^1], points) + 10}\" y=\"{Y(points[^1].Value) + 5}\">{Trend.Show(points[^1])}</text></svg>");
        return svg.ToString();
    }

    private string Mark(decimal x, decimal y) => Symbol switch
    {
        2 => Html($"<rect class=\"hw-mark\" x=\"{x - 4}\" y=\"{y - 4}\" width=\"8\" height=\"8\"/>"),
        3 => Html($"<path class=\"hw-mark\" d=\"M{x - 5} {y + 4}h10l-5 -9z\"/>"),
        4 => Html($"<path class=\"hw-mark\" d=\"M{x} {y - 6}l6 6l-6 6l-6 -6z\"/>"),
        5 => Html($"<path class=\"hw-mark\" d=\"M{x - 2} {y - 6}h4v4h4v4h-4v4h-4v-4h-4v-4h4z\"/>"),
        _ => Html($"<circle class=\"hw-mark\" cx=\"{x}\" cy=\"{y}\" r=\"4.5\"/>"),
    };

    private static decimal X(TrendPoint point, List<TrendPoint> points)
    {
        var span = (points[^1].At - points[0].At).Ticks;
        var part = span == 0 ? 0 : (decimal)(point.At - points[0].At).Ticks / span;
        return Math.Round(Left + 8 + part * (Width - Left - Right - 16), 1);
    }

    private decimal Y(decimal value)
    {
        var span = Of.Top - Of.Bottom;
        var part = span == 0 ? 0.5m : (value - Of.Bottom) / span;
        return Math.Round(Height - Lower - part * (Height - Upper - Lower), 1);
    }

    private string Day(TrendPoint point) => Words.Date(clock.DateOf(point.At));

    private static string Html(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static void Write(StringBuilder svg, FormattableString text) => svg.Append(Html(text));
}

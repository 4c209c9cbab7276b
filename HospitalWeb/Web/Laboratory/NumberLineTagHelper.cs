using System.Globalization;
using System.Text.Encodings.Web;
using HospitalWeb.Domain.Laboratory;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HospitalWeb.Web.Laboratory;

/// <summary>Shows a patient where a value lies beside the usual range: a band, a mark, the figures. Drawn on the server; the words beside it say the same.</summary>
[HtmlTargetElement("number-line", TagStructure = TagStructure.WithoutEndTag)]
public sealed class NumberLineTagHelper : TagHelper
{
    private const int Width = 340, Height = 74, Edge = 30, Line = 34;

    public decimal? Value { get; set; }
    public decimal? Low { get; set; }
    public decimal? High { get; set; }
    public int Decimals { get; set; }
    public string Unit { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Value is not { } value || Low is null && High is null)
        {
            output.SuppressOutput();
            return;
        }

        var (low, high) = (Low ?? Math.Min(0, value), High ?? Math.Max(value, Low!.Value * 1.5m));
        var margin = Math.Max((high - low) / 2, 0.001m);
        var (from, to) = (Math.Min(low - (Low is null ? 0 : margin), value), Math.Max(high + (High is null ? 0 : margin), value));

        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "hw-numberline");
        output.Attributes.SetAttribute("viewBox", $"0 0 {Width} {Height}");
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-label", $"Your value {Figure(value)} {Unit}, usual range {ResultWords.Range(Low, High, null, Decimals)} {Unit}".TrimEnd());
        output.Content.AppendHtml(Html($"<line class=\"hw-axis\" x1=\"{Edge}\" x2=\"{Width - Edge}\" y1=\"{Line}\" y2=\"{Line}\"/><rect class=\"hw-usual\" x=\"{X(low)}\" y=\"{Line - 8}\" width=\"{X(high) - X(low)}\" height=\"16\" rx=\"4\"/>"));
        if (Low is not null) output.Content.AppendHtml(Text(X(low), Height - 8, Figure(low)));
        if (High is not null) output.Content.AppendHtml(Text(X(high), Height - 8, Figure(high)));
        output.Content.AppendHtml(Html($"<path class=\"hw-mark\" d=\"M{X(value)} {Line - 8}l-6 -9h12z\"/>")).AppendHtml(Text(X(value), 13, Figure(value), "hw-latest"));

        decimal X(decimal at) => Math.Round(Edge + (at - from) / (to - from) * (Width - 2 * Edge), 1);
    }

    private string Figure(decimal number) => LabResult.FormatValue(number, null, Decimals);

    private static string Text(decimal x, int y, string words, string css = "") => Html($"<text class=\"{css}\" x=\"{x}\" y=\"{y}\" text-anchor=\"middle\">{HtmlEncoder.Default.Encode(words)}</text>");

    private static string Html(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

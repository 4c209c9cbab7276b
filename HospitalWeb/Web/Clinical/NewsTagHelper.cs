using HospitalWeb.Domain.Nursing;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HospitalWeb.Web.Clinical;

/// <summary>The early warning score with its risk in words; says why where there is none.</summary>
[HtmlTargetElement("news2", TagStructure = TagStructure.WithoutEndTag)]
public sealed class NewsTagHelper : TagHelper
{
    public required News2 Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        var (kind, sign) = Of.Risk switch
        {
            NewsRisk.High => ("critical", "✕"),
            NewsRisk.Medium or NewsRisk.LowMedium => ("warning", "▲"),
            NewsRisk.Low => ("neutral", "○"),
            _ => ("", ""),
        };
        if (kind != "") output.Attributes.SetAttribute("class", $"hw-status hw-status-{kind}");
        else output.Attributes.SetAttribute("class", "hw-unknown");
        if (sign != "") output.Content.AppendHtml($"<span aria-hidden=\"true\">{sign}</span> ");
        output.Content.Append(NewsWords.Of(Of));
    }
}

public static class NewsWords
{
    public static string Of(News2 score) => score switch
    {
        { Applies: false } => "NEWS2 does not apply (from 16 years)",
        { Total: { } total, Risk: { } risk } => $"NEWS2 {total}, {Risk(risk)}",
        _ => $"NEWS2 incomplete: {string.Join(", ", score.Missing)} missing",
    };

    private static string Risk(NewsRisk risk) => risk switch
    {
        NewsRisk.Low => "low risk",
        NewsRisk.LowMedium => "low to medium risk, one value scores 3",
        NewsRisk.Medium => "medium risk",
        _ => "high risk",
    };
}

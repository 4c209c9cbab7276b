using HospitalWeb.Domain.Nursing;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HospitalWeb.Web.Clinical;

/// <summary>One measurement with its mark: the value, and if it is not usual a letter, a shape and a word.</summary>
[HtmlTargetElement("vital", TagStructure = TagStructure.WithoutEndTag)]
public sealed class VitalTagHelper : TagHelper
{
    public required VitalSigns Of { get; set; }
    public required Vital Sign { get; set; }
    public int? Age { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        if (Of[Sign] is not { } value)
        {
            output.Attributes.SetAttribute("class", "hw-unknown");
            output.Content.SetContent("Not recorded");
            return;
        }

        var (css, mark, word) = VitalFlags.Of(Sign, value, Age) switch
        {
            VitalFlag.CriticallyLow => ("hw-flag-critical", "LL ▼▼", "Critical low"),
            VitalFlag.Low => ("hw-flag-abnormal", "L ▼", "Low"),
            VitalFlag.High => ("hw-flag-abnormal", "H ▲", "High"),
            VitalFlag.CriticallyHigh => ("hw-flag-critical", "HH ▲▲", "Critical high"),
            VitalFlag.InRange => ("", "", "In range"),
            _ => ("", "", ""),
        };
        output.Attributes.SetAttribute("class", $"hw-vital {css}".Trim());
        output.Content.Append(Words.Number(value));
        if (mark != "") output.Content.AppendHtml(" <span class=\"hw-flag\">").Append($"{mark} {word}").AppendHtml("</span>");
        else if (word != "") output.Content.AppendHtml($"<span class=\"visually-hidden\"> {word}</span>");
    }
}

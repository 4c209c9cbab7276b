using HospitalWeb.Domain.Encounters;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HospitalWeb.Web.Clinical;

/// <summary>A triage level in the trade's words: <c>2 Emergent</c>; says so where nobody has triaged yet.</summary>
[HtmlTargetElement("triage", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TriageTagHelper : TagHelper
{
    public required int Rank { get; set; }
    public DateTimeOffset? Since { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (kind, sign) = Rank switch { 1 => ("critical", "✕"), 2 => ("warning", "▲"), 3 => ("info", "i"), _ => ("neutral", "○") };
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"hw-status hw-status-{kind}");
        output.Content.AppendHtml($"<span aria-hidden=\"true\">{sign}</span> ").Append(TriagePriority.For(Rank).Label);
        if (Since is null) output.PostElement.AppendHtml(" <span class=\"hw-muted\">not triaged</span>");
    }
}

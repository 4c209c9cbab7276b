using HospitalWeb.Domain.Laboratory;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HospitalWeb.Web.Laboratory;

/// <summary>How a result stands to its range, by letter, sign and word: <c>HH ▲▲ Critical high</c>. In range says so to screen readers only.</summary>
[HtmlTargetElement("result-flag", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ResultFlagTagHelper : TagHelper
{
    public required ResultFlag Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Of switch
        {
            ResultFlag.InRange => "visually-hidden",
            ResultFlag.NoRange => "hw-unknown",
            _ => $"hw-status hw-status-{(Of.IsCritical ? "critical" : "warning")}",
        });
        if (Of.IsOutOfRange) output.Content.AppendHtml($"<strong>{Of}</strong> <span aria-hidden=\"true\">{Sign}</span> ");
        output.Content.Append(Of.Word);
    }

    private string Sign => Of switch
    {
        ResultFlag.LL => "▼▼",
        ResultFlag.L => "▼",
        ResultFlag.H => "▲",
        ResultFlag.HH => "▲▲",
        _ => "●",
    };
}

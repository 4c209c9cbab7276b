using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HospitalWeb.Web.TagHelpers;

/// <summary>A state as icon, word and colour, in this order of weight: <c>&lt;status kind="warning"&gt;Overdue&lt;/status&gt;</c></summary>
[HtmlTargetElement("status", Attributes = "kind")]
public sealed class StatusTagHelper : TagHelper
{
    /// <summary>done, warning, critical, info, waiting or neutral.</summary>
    public required string Kind { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.Attributes.SetAttribute("class", $"hw-status hw-status-{Kind}");
        output.PreContent.SetHtmlContent($"<span aria-hidden=\"true\">{Sign}</span> ");
    }

    private string Sign => Kind switch
    {
        "critical" => "✕",
        "warning" => "▲",
        "done" => "✓",
        "info" => "i",
        "waiting" => "◷",
        "neutral" => "○",
        _ => throw new InvalidOperationException($"There is no status kind {Kind}."),
    };
}

/// <summary>Why there is nothing to show, and what to do next.</summary>
[HtmlTargetElement("empty")]
public sealed class EmptyTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "p";
        output.Attributes.SetAttribute("class", "hw-empty");
    }
}

/// <summary>The row of buttons that ends a form.</summary>
[HtmlTargetElement("actions")]
public sealed class ActionsTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "hw-actions");
    }
}

/// <summary>A part of a page under its own heading: <c>&lt;card title="Allergies"&gt;…&lt;/card&gt;</c></summary>
[HtmlTargetElement("card", Attributes = "title")]
public sealed class CardTagHelper : TagHelper
{
    public required string Title { get; set; }
    public int Level { get; set; } = 2;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "section";
        output.Attributes.RemoveAll("title");
        output.Attributes.SetAttribute("class", "hw-card");
        output.PreContent.AppendHtml($"<h{Level}>").Append(Title).AppendHtml($"</h{Level}>");
    }
}

using HospitalWeb.Domain.Patients;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HospitalWeb.Web.Clinical;

/// <summary>A flag as sign, words and level: <c>▲ Infection: MRSA, medium</c></summary>
[HtmlTargetElement("flag", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FlagTagHelper : TagHelper
{
    public required FlagKind Kind { get; set; }
    public required FlagLevel Level { get; set; }
    public string? Text { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (kind, sign) = Level switch { FlagLevel.High => ("critical", "✕"), FlagLevel.Medium => ("warning", "▲"), _ => ("info", "i") };
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"hw-status hw-status-{kind}");
        output.Content.AppendHtml($"<span aria-hidden=\"true\">{sign}</span> ").Append($"{Of(Kind, Text)}, {Words.Of(Level).ToLowerInvariant()}");
    }

    /// <summary>What is read first: the organism belongs to the infection, and what has no kind of its own is its text.</summary>
    public static string Of(FlagKind kind, string? text) => kind switch
    {
        FlagKind.Infection => $"Infection: {text}",
        FlagKind.Other => text ?? Words.Of(kind),
        _ => Words.Of(kind),
    };
}

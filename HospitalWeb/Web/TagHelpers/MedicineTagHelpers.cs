using HospitalWeb.Domain.Prescribing;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HospitalWeb.Web.TagHelpers;

/// <summary>
/// A medicine in full, its parts in their fixed order and never shortened (NHS CUI medicine line):
/// <c><b>amoxicillin</b> — AMOXIL — 500 mg — capsule — DOSE <b>500 mg</b> — 7 days — oral — three times a day</c>
/// </summary>
[HtmlTargetElement("medicine-line", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MedicineLineTagHelper : TagHelper
{
    public required MedicineLine Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "hw-medicine");
        output.Content.AppendHtml("<b class=\"hw-generic\">").Append(Value.Generic).AppendHtml("</b>");
        Part(output, Value.Brand?.ToUpperInvariant());
        Part(output, Value.Strength);
        Part(output, Value.Form);
        if (Value.Dose is { } dose)
        {
            Dash(output);
            output.Content.AppendHtml("<span class=\"hw-dose\">DOSE <b>").Append(dose.Replace(' ', '\u00A0')).AppendHtml("</b></span>");
        }

        Part(output, Value.Duration);
        Part(output, Value.Route is { } route ? Spoken.Of(route) : null);
        Part(output, Value.Often);
    }

    private static void Part(TagHelperOutput output, string? words)
    {
        if (words is null) return;
        Dash(output);
        output.Content.Append(words);
    }

    // The dash stays with the part before it.
    private static void Dash(TagHelperOutput output) => output.Content.AppendHtml("&#160;— ");
}

/// <summary>What stands under a medicine wherever it is shown: why an alert was overridden, or that nothing was checked.</summary>
[HtmlTargetElement("medicine-safety", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MedicineSafetyTagHelper : TagHelper
{
    public AlertOverride? Override { get; set; }
    public CheckState? Check { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (Override is { } given) Line(output, "warning", "▲", $"Alert override: {given.Words} ({given.By.Name})");
        if (Check == CheckState.NotChecked) Line(output, "neutral", "○", "Not checked");
    }

    private static void Line(TagHelperOutput output, string kind, string sign, string words) => output.Content
        .AppendHtml($"<span class=\"hw-status hw-status-{kind}\"><span aria-hidden=\"true\">{sign}</span> ").Append(words).AppendHtml("</span> ");
}

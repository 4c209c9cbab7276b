using System.Globalization;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain.Patients;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HospitalWeb.Web.TagHelpers;

/// <summary>Birth date and age: <c>14-Jul-1945 (80y)</c>, <c>Approx 1980 (about 45y)</c>, <c>Not known</c>. Of the dead without the age.</summary>
[HtmlTargetElement("birth", TagStructure = TagStructure.WithoutEndTag)]
public sealed class BirthTagHelper(FacilityClock clock) : TagHelper
{
    public required PatientLine Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Of.BirthDate is not { } born)
        {
            output.AsText("Not known");
            return;
        }

        output.AsTime(Words.Machine(born), PatientWords.Born(Of, clock.Today));
    }
}

[HtmlTargetElement("age-at-death", TagStructure = TagStructure.WithoutEndTag)]
public sealed class AgeAtDeathTagHelper(FacilityClock clock) : TagHelper
{
    public required PatientLine Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        output.AsText(Of is { BirthDate: { } born, DiedAt: { } died } ? Age.Words(born, clock.DateOf(died)) : "Not known");
}

/// <summary>What tells one patient of a list from another, below the name: birth date and age, gender, number, and death in words.</summary>
[HtmlTargetElement("patient-identity", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PatientIdentityTagHelper(FacilityClock clock) : TagHelper
{
    public required PatientLine Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "hw-identity");
        output.Content.Append("Born ").AppendTime(Of.BirthDate, PatientWords.Born(Of, clock.Today)).Append($" · {Words.Of(Of.Sex)} · ").AppendHtml("<span class=\"hw-id\">").Append(Of.Mrn).AppendHtml("</span>");
        if (Of.DiedAt is { } died) output.Content.AppendHtml(" <strong>").Append("Died ").AppendTime(clock.DateOf(died), Words.Date(clock.DateOf(died))).AppendHtml("</strong>");
    }
}

/// <summary>Warns in a row of a list that another row of it has a name like this one: <c>&lt;name-alert of="row.Patient.Id" among="Model.Namesakes" /&gt;</c></summary>
[HtmlTargetElement("name-alert", TagStructure = TagStructure.WithoutEndTag)]
public sealed class NameAlertTagHelper : TagHelper
{
    public required Guid Of { get; set; }
    public required IReadOnlySet<Guid> Among { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (Among.Contains(Of)) output.Content.AppendHtml("<span class=\"hw-status hw-status-warning hw-name-alert\"><span aria-hidden=\"true\">▲</span> Name alert: similar name on this list</span>");
    }
}

/// <summary>Says once more for whom, right where it is done: <c>For SMITH, Jane · 14-Jul-1945 · PAT-00042</c></summary>
[HtmlTargetElement("for-patient", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ForPatientTagHelper : TagHelper
{
    public required PatientLine Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "p";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "hw-for");
        output.Content.Append($"For {Of.ListName} · ").AppendTime(Of.BirthDate, Of.BirthDate is { } born ? Words.Date(born) : "Born not known").Append(" · ")
            .AppendHtml("<span class=\"hw-id\">").Append(Of.Mrn).AppendHtml("</span>");
    }
}

internal static class PatientWords
{
    public static string Born(PatientLine patient, DateOnly today) => patient switch
    {
        { BirthDate: null } => "Not known",
        { BirthDate: { } about, BirthDateIsEstimated: true } => string.Create(CultureInfo.InvariantCulture, $"Approx {about.Year} (about {Age.Years(about, today)}y)"),
        { BirthDate: { } born, DiedAt: null } => $"{Words.Date(born)} ({Age.Words(born, today)})",
        { BirthDate: { } born } => Words.Date(born),
    };
}

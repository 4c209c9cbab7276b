using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using HospitalWeb.Web.Filters;

namespace HospitalWeb.Tests.Web;

public sealed partial class EveryPageTests
{
    [Fact]
    public void Whoever_opens_a_page_of_one_patient_stands_in_the_trail_with_the_page_and_the_patient() => Each(step =>
        step.Route.Contains("{patientId", StringComparison.Ordinal) && step.Page.Status == System.Net.HttpStatusCode.OK && !walked.Openings.Contains(($"GET {step.Path.Split('?', '#')[0]}", Guid.Parse(PatientOf(step)))) 
            || step.Route.StartsWith("/patient/", StringComparison.Ordinal) && !walked.Openings.Any(opened => opened.Patient is not null && opened.Path == $"GET {step.Path.Split('?', '#')[0]}") ? [$"nobody has opened {step.Route}"] : []);

    [Fact]
    public void A_clinical_banner_says_one_of_the_four_things_that_can_be_known_of_allergies() => Each(step => step.Page.Document.QuerySelectorAll(".hw-banner .hw-banner-allergies")
        .Select(e => Flat(e.TextContent)).Where(words => !Allergies().IsMatch(words)).Append(IsClinical(step) && step.Page.Document.QuerySelector(".hw-banner .hw-banner-allergies") is null ? "" : null)
        .Select(words => words is null ? null : $"allergies: {words}"));

    [Fact]
    public void Neither_desk_nor_cashier_gets_a_clinical_word_of_a_banner() => Each(step => step.Role is not (Role.Receptionist or Role.BillingClerk) ? [] :
    [
        step.Page.Document.QuerySelector("[data-allergies], .hw-banner-clinical, .hw-banner-flags, .hw-banner-allergies") is { } clinical ? clinical.OuterHtml : null,
        ClinicalWords().Match(step.Page.Document.QuerySelector(".hw-banner")?.OuterHtml ?? "") is { Success: true } word ? word.Value : null,
    ]);

    [Fact]
    public void The_dead_are_dead_in_every_banner() => Each(step => step.Page.Document.QuerySelector(".hw-banner.hw-dead") is not { } banner ? [] :
    [
        Flat(banner.TextContent) is var words && words.Contains(" Died ", StringComparison.Ordinal) && words.Contains(" Age at Death ", StringComparison.Ordinal) ? null : $"banner says {words}",
        step.Page.Document.QuerySelector("main a.btn[href$='/book'], main a.btn[href*='/lab-orders/new'], main a.btn[href*='/prescriptions/new'], main a.btn[href$='/walk-in']") is { } deed ? $"offers {Flat(deed.TextContent)}" : null,
    ]);

    [Fact]
    public void A_form_on_one_patient_s_page_names_its_patient_twice() => Each(step => !step.Route.Contains("{patientId", StringComparison.Ordinal) ? [] : step.Page.Document.QuerySelectorAll("main form[method=post]")
        .Where(form => form.GetAttribute("action")?.StartsWith("/emergency-access/", StringComparison.Ordinal) != true)
        .SelectMany<IElement, string?>(form =>
        [
            form.QuerySelector($"input[name={PatientFilter.FieldName}]") is null ? $"no signed patient: {form.OuterHtml[..80]}" : null,
            (form.GetAttribute("action") is { Length: > 0 } action ? action : step.Path).Contains(PatientOf(step), StringComparison.Ordinal) ? null : $"leads elsewhere: {form.GetAttribute("action")}",
        ]));

    [Fact]
    public void A_result_has_unit_or_words_range_previous_value_and_state() => Each(step => step.Route != "/doctor/patients/{patientId:guid}/results" ? [] : step.Page.Document.QuerySelectorAll("table:has(td[data-label=Range])").SelectMany<IElement, string?>(table =>
    [
        State().IsMatch(Flat(table.QuerySelector("caption")?.TextContent)) ? null : $"no state: {Flat(table.QuerySelector("caption")?.TextContent)}",
        .. table.QuerySelectorAll("tbody tr").SelectMany(row => new[] { "Value", "Range", "Previous" }.Where(part => Flat(row.QuerySelector($"td[data-label={part}]")?.TextContent) == "").Select(part => $"no {part}: {Flat(row.TextContent)}")),
    ]));

    [Fact]
    public void The_lines_of_a_bill_add_up_to_its_total() => Each(step => step.Page.Document.QuerySelectorAll("table:has(td[data-label=Amount]):has(td[data-label=Total])")
        .Select(table => (Lines: table.QuerySelectorAll("tbody td[data-label=Amount] data").Sum(Amount), Total: table.QuerySelectorAll("td[data-label=Total] data").Sum(Amount)))
        .Select(bill => bill.Lines == bill.Total ? null : $"{bill.Lines} in the lines, {bill.Total} below"));

    [Fact]
    public void A_red_button_names_its_deed_comes_after_the_way_back_and_its_page_says_for_whom_and_what_follows() => Each(step => !step.Route.Contains("{patientId", StringComparison.Ordinal) ? [] : step.Page.Document.QuerySelectorAll("main form .btn-danger").SelectMany<IElement, string?>(button =>
    [
        Flat(button.TextContent).Contains(' ', StringComparison.Ordinal) ? null : $"the button says {Flat(button.TextContent)}",
        button.ParentElement!.FirstElementChild is { LocalName: "a" } ? null : $"no way back before {Flat(button.TextContent)}",
        step.Page.Document.QuerySelector("main > p") is not null ? null : $"no word of what follows from {Flat(button.TextContent)}",
        NameIn(step) is { } name && Flat(string.Concat(step.Page.Document.QuerySelectorAll("main > :not(.hw-banner)").Select(e => e.TextContent))).Contains(name, StringComparison.Ordinal) ? null : $"nobody is named beside {Flat(button.TextContent)}",
    ]));

    [Fact]
    public void What_is_empty_says_so_in_a_sentence_and_leaves_something_to_do() => Each(step => step.Page.Document.QuerySelectorAll("main .hw-empty").Select(empty => (Words: Flat(empty.TextContent), Empty: empty))
        .Select(found => !found.Words.Contains('.', StringComparison.Ordinal) ? $"no sentence: {found.Words}"
            : found.Words.TrimEnd('.').Contains(". ", StringComparison.Ordinal) || found.Empty.QuerySelector("a") is not null || step.Page.Document.QuerySelector("main .btn, main form") is not null ? null : $"a dead end: {found.Words}")
        // Whoever signs in by a header has no session to show.
        .Concat(step.Page.Document.QuerySelectorAll("main table:not([role=presentation])").Where(table => !step.Route.EndsWith("/Sessions", StringComparison.Ordinal) && table.QuerySelector("tbody tr") is null).Select(table => $"an empty table: {Flat(table.QuerySelector("caption")?.TextContent)}")));

    [Fact]
    public void A_paper_says_on_each_page_whose_it_is_and_shows_nothing_of_the_screen() => Each(step => !IsPaper(step) ? [] :
    [
        step.Page.Document.QuerySelector(".sheet > thead .identity .name") is { TextContent.Length: > 0 } ? null : "nobody named in the head that is repeated",
        Regex.IsMatch(Flat(step.Page.Document.QuerySelector(".sheet > thead .identity")?.TextContent), @" Born .* PAT-\d{5} ") ? null : $"head: {Flat(step.Page.Document.QuerySelector(".sheet > thead .identity")?.TextContent)}",
        step.Page.Document.QuerySelector("nav, .hw-topbar, .hw-banner, form, button") is { } screen ? screen.OuterHtml[..60] : null,
    ]);

    private static bool IsClinical(Step step) => step.Route.Contains("{patientId", StringComparison.Ordinal) && !IsPaper(step) && step.Role is Role.Doctor or Role.Nurse && (step.Path.StartsWith("/doctor/", StringComparison.Ordinal) || step.Path.StartsWith("/nurse/", StringComparison.Ordinal)) && step.IsOfOnePatient;

    private static string PatientOf(Step step) => step.Path.Split("/patients/")[1].Split('/', '?')[0];

    private static string? NameIn(Step step) => step.Page.Document.QuerySelector(".hw-banner-name strong") is { } name ? Flat(name.TextContent).Split(" (")[0] : null;

    private static decimal Amount(IElement data) => decimal.Parse(data.GetAttribute("value")!, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(Known allergies .+|No known allergies( asked \d\d-[A-Z][a-z]{2}-\d{4} by .+?)?|Allergies not recorded|No active allergies)( Allergies| Record allergies)?$")]
    private static partial Regex Allergies();

    [GeneratedRegex("llerg|No flags|MRSA|Falls risk|resuscitate", RegexOptions.IgnoreCase)]
    private static partial Regex ClinicalWords();

    [GeneratedRegex(@"collected \d\d-[A-Z][a-z]{2}-\d{4} \d\d:\d\d · (Final|Corrected|Preliminary|In progress)$")]
    private static partial Regex State();
}

using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using HospitalWeb.Data.Audit;
using HospitalWeb.Domain.Audit;
using HospitalWeb.Tests.Access;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Web;

/// <summary>Every page of the demo hospital, walked to once for all tests of the class.</summary>
public sealed class WalkedHospital(TestServer server) : IAsyncLifetime
{
    // Enough of each kind to meet it in another state, few enough to arrive.
    private const int OfEachKind = 5;
    private readonly DemoApp demo = new(server);

    public IReadOnlyList<Step> Steps { get; private set; } = [];
    /// <summary>Whose record was opened at which address, as the trail says.</summary>
    public IReadOnlySet<(string Path, Guid? Patient)> Openings { get; private set; } = new HashSet<(string, Guid?)>();

    public async ValueTask InitializeAsync()
    {
        await demo.InitializeAsync();
        Steps = await new Walk(demo.App, OfEachKind).EverywhereAsync();
        Openings = await demo.App.UsingDb(async db => (await db.AuditEntries.Where(e => e.Path.StartsWith("GET ") && (e.Action == AuditAction.Read || e.Action == AuditAction.Print)).Select(e => new { e.Path, e.PatientId }).ToListAsync())
            .Select(e => (e.Path, e.PatientId)).ToHashSet());
    }

    public ValueTask DisposeAsync() => demo.DisposeAsync();
}

public sealed partial class EveryPageTests(WalkedHospital walked) : IClassFixture<WalkedHospital>
{
    // Reached by a form, a letter, a square on paper or a mistake, or from a state that the first few of a kind are not in.
    private static readonly string[] WithoutLink =
    [
        "/set-up", "/find", "/held/{id:guid}", "/Identity/Account/Manage/Passkeys/Remove/{id}", "/Identity/Account/Manage/Passkeys/Rename/{id}", "/Identity/Account/Unlock", "/admin/audit/export", "/error/{status:int?}", "/verify/{code}", "/wards/patients/{patientId:guid}/admit", "/admin/mail/{id:guid}",
        "/Identity/Account/AccessDenied", "/Identity/Account/ForgotPasswordConfirmation", "/Identity/Account/Lockout", "/Identity/Account/LoginWith2fa", "/Identity/Account/LoginWithRecoveryCode", "/Identity/Account/Logout",
        "/Identity/Account/Manage/Disable2fa", "/Identity/Account/Manage/GenerateRecoveryCodes", "/Identity/Account/Manage/ResetAuthenticator", "/Identity/Account/Manage/ShowRecoveryCodes",
        "/Identity/Account/ResetPassword", "/Identity/Account/ResetPasswordConfirmation", "/Identity/Account/ConfirmEmailChange", "/activate/asked",
        "/billing/patients/{patientId:guid}/bills/{id:guid}/issue",
        "/doctor/patients/{patientId:guid}/prescriptions/{prescriptionId:guid}/items/{itemId:guid}/override", "/doctor/patients/{patientId:guid}/prescriptions/{prescriptionId:guid}/sign", "/doctor/patients/{patientId:guid}/prescriptions/new/{prescriptionId:guid?}",
        "/doctor/patients/{patientId:guid}/problems/{conditionId:guid}/end", "/doctor/patients/{patientId:guid}/results/{code}",
        "/doctor/patients/{patientId:guid}/visits/{encounterId:guid}/diagnoses/{diagnosisId:guid}/remove", "/doctor/patients/{patientId:guid}/visits/begin",
        "/lab/patients/{patientId:guid}/orders/{orderId:guid}/report", "/lab/patients/{patientId:guid}/tests/{itemId:guid}/correct", "/patient/appointments/{id:guid}/cancel", "/patient/receipts/{id:guid}",
        "/reception/patients/{patientId:guid}/appointments/{id:guid}/cancel", "/reception/patients/{patientId:guid}/appointments/{id:guid}/move",
        "/doctor/patients/{patientId:guid}/notes/{noteId:guid}/discard", "/doctor/patients/{patientId:guid}/notes/{noteId:guid}/sign", "/doctor/patients/{patientId:guid}/prescriptions/{prescriptionId:guid}/cancel",
        // Where somebody is led who is not tied to the patient, and from there.
        "/emergency-access/{id:guid}", "/emergency-access/{id:guid}/end",
    ];

    [Fact]
    public void Links_lead_to_every_page_and_none_leads_nowhere()
    {
        None(AccessTable.Public.Concat(AccessTable.SignedIn.Keys).Except(walked.Steps.Select(step => step.Route)).Except(WithoutLink).Order());
        None(walked.Steps.Where(step => step.Page.Status != HttpStatusCode.OK).Select(step => $"{step} answers {step.Page.Status}"));
    }

    [Fact]
    public void Each_has_one_heading_of_the_first_rank_and_asks_for_no_order_of_its_own() => Each(step =>
    [
        step.Page.Document.QuerySelectorAll("h1").Length == 1 ? null : $"{step.Page.Document.QuerySelectorAll("h1").Length} h1",
        step.Page.Document.QuerySelector("[tabindex]:not([tabindex='0']):not([tabindex='-1'])") is { } ordered ? $"positive tabindex: {ordered.OuterHtml}" : null,
        step.Page.Document.QuerySelector("[accesskey]") is { } key ? $"accesskey: {key.OuterHtml}" : null,
    ]);

    [Fact]
    public void One_patient_s_page_begins_with_their_banner_and_no_list_has_one() => Each(step =>
    {
        var banners = step.Page.Document.QuerySelectorAll(".hw-banner");
        if (!step.IsOfOnePatient || IsPaper(step)) return [banners.Length == 0 ? null : "a banner on a page of nobody"];
        if (banners.Length != 1) return [$"{banners.Length} banners"];

        return
        [
            step.Page.Document.QuerySelector("main")!.FirstElementChild == banners[0] ? null : "the banner is not first",
            Flat(string.Join(' ', banners[0].QuerySelectorAll(".hw-banner-name strong, .hw-banner-who > dl > div > dt").Select(e => e.TextContent))) is var order && order.EndsWith(" Born Gender MRN", StringComparison.Ordinal) ? null : $"banner says {order}",
        ];
    });

    [Fact]
    public void A_table_says_what_it_shows_and_its_heads_what_they_head() => Each(step => step.Page.Document.QuerySelectorAll("table:not([role=presentation])").SelectMany<IElement, string?>(table =>
    [
        IsPaper(step) || Flat(table.QuerySelector("caption")?.TextContent) != "" ? null : $"no caption: {table.OuterHtml[..100]}",
        table.QuerySelector("th:not([scope])") is { } head ? $"no scope: {head.OuterHtml}" : null,
        IsPaper(step) || table.QuerySelectorAll("tbody tr").All(row => row.QuerySelector("th[scope=row]") is not null) ? null : $"a row without a head: {Flat(table.QuerySelector("caption")?.TextContent)}",
    ]));

    [Fact]
    public void Staff_read_dates_one_way_and_machines_read_them_too() => Each(step => step.IsForPatients ? [] : Texts(step).SelectMany<INode, string?>(text =>
    [
        AnyDate().IsMatch(text.TextContent) && text.ParentElement!.Closest("time, option, label, input, textarea, .hw-hint, .hw-note-text, svg") is null && !StaffDate().IsMatch(text.TextContent) ? $"date: {Flat(text.TextContent)}" : null,
        StaffDate().IsMatch(text.TextContent) && text.ParentElement!.Closest("time, option, label, .hw-hint, svg, h1, td, th, dd, li, p") is null ? $"date outside <time>: {Flat(text.TextContent)}" : null,
        PlainTime().IsMatch(text.TextContent) ? $"time: {Flat(text.TextContent)}" : null,
    ]));

    [Fact]
    public void Patients_read_dates_in_words() => Each(step => !step.IsForPatients || IsPaper(step) ? [] : Texts(step).Where(text => text.ParentElement!.Closest("[data-label=Service]") is null).Select(text => StaffDate().IsMatch(text.TextContent) ? $"date: {Flat(text.TextContent)}" : null));

    [Fact]
    public void Nothing_stands_for_a_value_that_is_not_there_and_no_dose_can_be_misread() => Each(step => Texts(step).SelectMany<INode, string?>(text =>
    [
        Flat(text.TextContent) is "?" or "N/A" or "null" or "-" or "–" or "NaN" or "undefined" ? $"lone {Flat(text.TextContent)} in {text.ParentElement!.OuterHtml}" : null,
        Dangerous().IsMatch(text.TextContent) ? $"dose: {Flat(text.TextContent)}" : null,
        text.ParentElement!.Closest(".hw-dose") is not null && TrailingZero().IsMatch(text.TextContent) ? $"trailing zero: {text.TextContent}" : null,
    ]));

    [Fact]
    public void A_medicine_line_has_the_name_first_and_name_and_dose_bold() => Each(step => step.Page.Document.QuerySelectorAll(".hw-medicine").SelectMany<IElement, string?>(line =>
    [
        line.FirstElementChild is { ClassName: "hw-generic", LocalName: "b" } ? null : $"no bold name: {line.TextContent}",
        line.TextContent.Contains("DOSE", StringComparison.Ordinal) && line.QuerySelector(".hw-dose b") is null ? $"no bold dose: {line.TextContent}" : null,
    ]));

    [Fact]
    public void What_is_out_of_range_has_letter_sign_and_word() => Each(step => step.Page.Document.QuerySelectorAll(".hw-flag, td[data-label='Flag'] .hw-status")
        .Where(flag => !Flag().IsMatch(Flat(flag.TextContent))).Select(flag => $"flag: {Flat(flag.TextContent)}"));

    [Fact]
    public void A_filter_in_force_is_said_and_taken_away_by_one_link() => Each(step =>
        Filters().IsMatch(step.Path) && step.Page.Document.QuerySelector(".hw-filtered a") is null ? [$"no words of the filter"] : []);

    [Fact]
    public void Patients_read_short_sentences() => Each(step => !step.IsForPatients || IsPaper(step) ? [] : step.Page.Document.QuerySelectorAll("main p, main li:not(:has(p, ul))")
        .SelectMany(p => SentenceEnd().Split(Flat(p.TextContent))).Where(sentence => sentence.Split(' ').Length > 22).Select(sentence => $"{sentence.Split(' ').Length} words: {sentence}"));

    private void Each(Func<Step, IEnumerable<string?>> look) =>
        None(walked.Steps.SelectMany(step => look(step).OfType<string>().Select(wrong => $"{step}: {wrong}")));

    private static void None(IEnumerable<string> wrong) => Assert.True(!wrong.Any(), string.Join('\n', wrong.Distinct().Take(40)));

    private static bool IsPaper(Step step) => step.Page.Document.QuerySelector("body.paper") is not null;

    private static IEnumerable<INode> Texts(Step step) => step.Page.Document.QuerySelector("main")?.Descendants<IText>().Where(text => !string.IsNullOrWhiteSpace(text.TextContent) && text.ParentElement!.LocalName is not ("script" or "option" or "textarea" or "pre" or "code")) ?? [];

    private static string Flat(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"\b\d{4}-\d\d-\d\d\b|\b\d{1,2}[/.]\d{1,2}[/.](\d{4}|\d\d)\b|\b\d{1,2} (January|February|March|April|May|June|July|August|September|October|November|December) \d{4}")]
    private static partial Regex AnyDate();

    [GeneratedRegex(@"\b\d\d-[A-Z][a-z]{2}-\d{4}\b")]
    private static partial Regex StaffDate();

    [GeneratedRegex(@"\b\d{1,2}(:\d\d)? ?[ap]m\b")]
    private static partial Regex PlainTime();

    [GeneratedRegex(@"µg|μg|\bIU\b|\b\d+U\b|(^|\s)\.\d|\d(mg|mL|mmHg|micrograms)\b")]
    private static partial Regex Dangerous();

    [GeneratedRegex(@"\.\d*0(\s|$)")]
    private static partial Regex TrailingZero();

    [GeneratedRegex(@"^(LL ▼▼ Critical low|L ▼ Low|H ▲ High|HH ▲▲ Critical high|A ● Abnormal)$")]
    private static partial Regex Flag();

    [GeneratedRegex(@"\?.*\b(status|ward|kind|topic|department|show|filter)[^=]*=(?!All\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Filters();

    [GeneratedRegex(@"(?<=[.?!])\s+(?=\p{Lu})")]
    private static partial Regex SentenceEnd();
}

using System.Net;
using HospitalWeb.Domain.Billing;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Tests.Areas.Billing;
using HospitalWeb.Tests.Support;

namespace HospitalWeb.Tests.Printing;

public sealed class InvoiceTests(HospitalApp app) : BillingTest(app)
{
    private async Task<string[]> Printed(string path)
    {
        var answer = await Clerk.Client.GetAsync(path);
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        return await Pdf.PagesAsync(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_long_invoice_repeats_its_head_and_says_whose_it_is_and_which_page_on_every_page()
    {
        var bill = await AnIssuedBill(await APatient("Lovelace"), [.. Enumerable.Range(1, 90).Select(at => (decimal)at)]);

        var pages = await Printed(Of(bill, "/invoice"));

        Assert.True(pages.Length >= 3);
        Assert.All(pages.Index(), page =>
        {
            Assert.Contains($"Page {page.Index + 1} of {pages.Length}", page.Item);
            Assert.Contains("LOVELACE, Jane", page.Item, StringComparison.OrdinalIgnoreCase);
            Assert.Contains(bill.HumanNumber!, page.Item);
        });
        Assert.All(pages[..^1], page => Assert.Contains("Quantity", page));
        Assert.Contains("£4,095.00", pages[^1]);
        Assert.Contains("St Testing's Hospital", pages[0]);
    }

    [Theory]
    [InlineData("शर्मा", "प्रिया", "रक्त परीक्षण")]
    [InlineData("العربي", "ليلى", "تحليل الدم")]
    [InlineData("山田", "花子", "血液検査")]
    [InlineData("Ңәмәтова", "Зөһрә", "Қан анализі")]
    public async Task Names_and_services_of_any_script_come_out_as_text(string family, string given, string service)
    {
        var patient = Given.Patient(family, given, Sex.Female);
        await App.Save(patient);
        var bill = Bill.Draft(patient.Id, Given.Pound, [Given.ACharge(patient, 10, service)], Given.Clerk);
        await App.IssuedAsync(bill, 70_000 + family.Length * 100 + service.Length);

        var text = Letters(string.Concat(await Printed(Of(bill, "/invoice"))));

        Assert.All(service.Split(' ').Append(family), word => Assert.Contains(Letters(word), text, StringComparison.OrdinalIgnoreCase));
    }

    // What is read back may hold other forms of the same letters (Arabic ligatures) and marks that steer the direction.
    private static string Letters(string text) => string.Concat(text.Normalize(System.Text.NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format));

    [Fact]
    public async Task The_first_printing_is_the_original_and_every_later_one_a_copy()
    {
        var bill = await AnIssuedBill(await APatient(), 50);
        var page = await Clerk.Open(Of(bill));

        Assert.Contains("COPY", (await Printed(Of(bill, "/invoice")))[0]);
        Assert.Equal("application/pdf", (await page.SubmitForm("main form[action*=Print]")).Response.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("COPY", (await Printed(Of(bill, "/invoice")))[0]);
        App.Clock.Now += TimeSpan.FromMinutes(11);
        Assert.Contains("COPY", (await Printed(Of(bill, "/invoice")))[0]);
        App.Clock.Now = Given.Now;
    }

    [Fact]
    public async Task A_receipt_has_one_original_too()
    {
        var bill = await AnIssuedBill(await APatient(), 50);
        var paid = await (await Clerk.Open(Of(bill, "/pay"))).Submit(("Input.Parts[0].Amount", "50"));
        var receipt = $"/billing/patients/{bill.PatientId}/receipts/{(await Fresh(bill)).Receipts.Single().Id}";

        Assert.Contains("COPY", (await Printed(receipt))[0]);
        Assert.Equal("application/pdf", (await paid.SubmitForm("main form[action*=receipts]")).Response.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("COPY", (await Printed(receipt))[0]);
        App.Clock.Now += TimeSpan.FromMinutes(11);
        Assert.Contains("COPY", (await Printed(receipt))[0]);
        App.Clock.Now = Given.Now;
    }

    [Fact]
    public async Task The_same_sheet_opens_as_a_page_without_style_or_script_of_its_own()
    {
        var bill = await AnIssuedBill(await APatient(), 50);

        var page = await Clerk.Open(Of(bill, "/invoice?view=true"));

        Assert.Equal("text/html", page.Response.Content.Headers.ContentType?.MediaType);
        Assert.Empty(page.Document.QuerySelectorAll("style, script, [style]"));
        Assert.Equal(HttpStatusCode.OK, (await Clerk.Client.GetAsync(page.Document.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href"))).StatusCode);
        Assert.Contains("£50.00", page.Main);
    }

    [Fact]
    public async Task The_square_leads_to_a_page_that_says_whether_the_invoice_is_paid_and_nothing_about_the_patient()
    {
        var bill = await AnIssuedBill(await APatient("Secretive"), 50);
        var address = (await Clerk.Open(Of(bill, "/invoice?view=true"))).Text(".address");
        var path = new Uri(address).AbsolutePath;

        var before = await Anonymous().Open(path);
        await (await Clerk.Open(Of(bill, "/pay"))).Submit();
        var after = await Anonymous().Open(path);

        Assert.Contains("Valid, not paid", before.Main);
        Assert.Contains("Paid", after.Main);
        Assert.Contains(bill.HumanNumber!, after.Main);
        Assert.DoesNotContain("Secretive", after.Document.DocumentElement.OuterHtml, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.NotFound, (await Anonymous().Open("/verify/AAAAAAAAAAAAAAAAAAAAAA")).Status);
    }

    [Fact]
    public async Task A_receipt_shows_each_method_the_change_and_what_is_still_owed()
    {
        var bill = await AnIssuedBill(await APatient(), 100);
        await (await Clerk.Open(Of(bill, "/pay"))).Submit(("Input.Parts[0].Amount", "30"), ("Input.Parts[0].Given", "50"), ("Input.Parts[1].Method", "Card"), ("Input.Parts[1].Amount", "20"));
        var receipt = (await Fresh(bill)).Receipts.Single();

        var text = string.Concat(await Printed($"/billing/patients/{bill.PatientId}/receipts/{receipt.Id}"));

        Assert.All(new[] { receipt.HumanNumber, "Cash", "Card", "change £20.00", "£50.00", bill.HumanNumber! }, words => Assert.Contains(words, text));
    }

    [Fact]
    public async Task Who_prints_a_sheet_stands_in_the_audit_trail()
    {
        var bill = await AnIssuedBill(await APatient(), 50);

        await Clerk.Open(Of(bill, "/invoice?view=true"));

        Assert.True(await App.UsingDb(db => Task.FromResult(db.Set<HospitalWeb.Domain.Audit.AuditEntry>().Any(a => a.Action == HospitalWeb.Domain.Audit.AuditAction.Print && a.PatientId == bill.PatientId))));
    }
}

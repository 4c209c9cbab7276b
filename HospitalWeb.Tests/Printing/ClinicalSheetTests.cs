using System.Globalization;
using System.Net;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;

namespace HospitalWeb.Tests.Printing;

public sealed class ClinicalSheetTests(HospitalApp app) : PageTest(app)
{
    private static async Task<string> Printed(Browser browser, string path)
    {
        var answer = await browser.Client.GetAsync(path);
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        return await Pdf.TextAsync(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_prescription_prints_its_medicines_allergies_and_who_signed_it()
    {
        var prescription = Given.Signed(Given.Allergic(Given.Allergy("latex", "rash")), Given.Doctor(), Given.Medication("metformin", "Glucophage"));
        await App.Save(prescription);

        var text = await Printed(As(Role.Doctor), $"/doctor/patients/{prescription.PatientId}/prescriptions/{prescription.Id}/print");

        Assert.All(new[] { $"PRX-{prescription.Number:00000}", "metformin", "GLUCOPHAGE", "DOSE 500 mg", "three times a day", "Known allergies: latex (rash)", "Dr A Patel", "Page 1 of 1" }, words => Assert.Contains(words, text));
    }

    [Fact]
    public async Task A_draft_says_that_it_is_one_and_a_cancelled_prescription_too()
    {
        var doctor = Given.Doctor();
        var draft = Given.Draft(Given.NotAllergic(), doctor, Given.Medication());
        var cancelled = Given.Signed(Given.NotAllergic(), doctor, Given.Medication());
        cancelled.Cancel("Wrong dose", Given.DrPatel);
        await App.Save(draft, cancelled);

        Assert.Contains("DRAFT", await Printed(As(Role.Doctor), $"/doctor/patients/{draft.PatientId}/prescriptions/{draft.Id}/print"));
        Assert.Contains("Cancelled. Wrong dose", await Printed(As(Role.Pharmacist), $"/pharmacy/patients/{cancelled.PatientId}/prescriptions/{cancelled.Id}/print"));
        Assert.Contains("Cancelled", (await Anonymous().Open($"/verify/{cancelled.VerificationCode}")).Main);
        Assert.Contains("Not signed", (await Anonymous().Open($"/verify/{draft.VerificationCode}")).Main);
    }

    [Fact]
    public async Task A_patient_prints_their_own_prescription_and_nobody_else_s()
    {
        var prescription = Given.Signed(Given.NotAllergic(), Given.Doctor(), Given.Medication());
        var other = Given.Patient("Other");
        await App.Save(prescription, other);
        var path = $"/patient/prescriptions/{prescription.Id}/print?view=true";

        Assert.Equal(HttpStatusCode.OK, (await As(Role.Patient, patient: prescription.PatientId).Open(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await As(Role.Patient, patient: other.Id).Open(path)).Status);
    }

    [Fact]
    public async Task A_report_prints_what_was_released_with_flag_range_and_unit_and_holds_back_the_rest()
    {
        var patient = Given.Patient("Bloods");
        var (released, pending) = (Given.ALabOrder(patient), Given.ALabOrder(patient));
        Given.AReleasedItem(released, 6.0m);
        Given.AResultedItem(pending, 7.7m);
        await App.Save(released, pending);

        var text = await Printed(As(Role.LabTechnician), $"/lab/patients/{patient.Id}/orders/{released.Id}/report");
        var held = await Printed(As(Role.Doctor), $"/doctor/patients/{patient.Id}/lab-orders/{pending.Id}/report");

        Assert.All(new[] { $"LAB-{released.Number:00000}", "Potassium", "6.0", "H High", "mmol/L", "3.5 to 5.1 (all ages)" }, words => Assert.Contains(words, text));
        Assert.DoesNotContain("7.7", held);
        Assert.Equal(HttpStatusCode.OK, (await As(Role.Patient, patient: patient.Id).Open($"/patient/results/{released.Id}/report?view=true")).Status);
        Assert.Contains("Valid", (await Anonymous().Open($"/verify/{released.VerificationCode}")).Main);
    }

    [Theory]
    [InlineData(Role.Doctor, "/doctor/patients/{0}/results"), InlineData(Role.LabTechnician, "/lab/patients/{0}/orders/{1}")]
    public async Task A_released_report_is_printed_from_the_results_once_as_the_original(Role role, string results)
    {
        var order = Given.ALabOrder(Given.Patient("Reported"));
        Given.AReleasedItem(order, 6.0m);
        await App.Save(order);
        var page = await As(role).Open(string.Format(CultureInfo.InvariantCulture, results, order.PatientId, order.Id));
        var report = page.Document.QuerySelector("a[href*='view=true']")!.GetAttribute("href")!;
        Assert.Contains("Copy", (await As(role).Open(report)).Document.Body!.TextContent, StringComparison.OrdinalIgnoreCase);

        await page.SubmitForm("main form[action*=report]");

        Assert.DoesNotContain("COPY", (await As(role).Open(report)).Document.Body!.TextContent, StringComparison.OrdinalIgnoreCase);
        App.Clock.Now += TimeSpan.FromMinutes(11);
        Assert.Contains("COPY", (await As(role).Open(report)).Document.Body!.TextContent, StringComparison.OrdinalIgnoreCase);
        App.Clock.Now = Given.Now;
    }

    [Fact]
    public async Task What_is_not_released_has_no_report_to_print()
    {
        var order = Given.ALabOrder(Given.Patient("Pending"));
        Given.AResultedItem(order, 6.0m);
        await App.Save(order);

        Assert.Null((await As(Role.LabTechnician).Open($"/lab/patients/{order.PatientId}/orders/{order.Id}")).Document.QuerySelector("main form[action*=report]"));
        Assert.Null((await As(Role.Doctor).Open($"/doctor/patients/{order.PatientId}/results")).Document.QuerySelector("main form[action*=report]"));
    }
}

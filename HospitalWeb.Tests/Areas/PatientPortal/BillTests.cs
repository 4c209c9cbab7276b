using System.Net;
using HospitalWeb.Security;
using HospitalWeb.Tests.Areas.Billing;
using HospitalWeb.Tests.Support;

namespace HospitalWeb.Tests.Areas.PatientPortal;

public sealed class BillTests(HospitalApp app) : BillingTest(app)
{
    [Fact]
    public async Task A_patient_sees_what_is_left_to_pay_and_opens_the_invoice()
    {
        var patient = await APatient();
        var bill = await AnIssuedBill(patient, 120);
        var portal = As(Role.Patient, patient: patient.Id);

        var home = await portal.Open("/patient");
        var details = await (await home.Click(bill.HumanNumber!)).Click("Invoice as a page");

        Assert.Contains("Still to pay: £120.00", home.Main);
        Assert.Contains("£120.00", details.Main);
        Assert.Contains(bill.HumanNumber!, (await portal.Open("/patient/bills")).Main);
    }

    [Fact]
    public async Task The_bills_of_somebody_else_are_not_there()
    {
        var (mine, theirs) = (await APatient("Mine"), await APatient("Theirs"));
        var bill = await AnIssuedBill(theirs, 120);
        await (await Clerk.Open(Of(bill, "/pay"))).Submit(("Input.Parts[0].Amount", "20"));
        var receipt = (await Fresh(bill)).Receipts.Single();
        var portal = As(Role.Patient, patient: mine.Id);

        foreach (var path in new[] { $"/patient/bills/{bill.Id}", $"/patient/bills/{bill.Id}/invoice", $"/patient/receipts/{receipt.Id}", $"/patient/prescriptions/{Guid.NewGuid()}/print", $"/patient/results/{Guid.NewGuid()}/report" })
            Assert.Equal(HttpStatusCode.NotFound, (await portal.Open(path)).Status);
        Assert.DoesNotContain(bill.HumanNumber!, (await portal.Open("/patient/bills")).Main);
        Assert.Equal(HttpStatusCode.OK, (await As(Role.Patient, patient: theirs.Id).Open($"/patient/receipts/{receipt.Id}?view=true")).Status);
    }

    [Fact]
    public async Task A_draft_is_not_shown()
    {
        var patient = await APatient();
        var draft = Given.ADraft(patient, 10);
        await App.Save(draft);

        Assert.Equal(HttpStatusCode.NotFound, (await As(Role.Patient, patient: patient.Id).Open($"/patient/bills/{draft.Id}")).Status);
    }

    [Fact]
    public async Task The_first_page_asks_the_database_three_times_at_most_the_bell_once_and_the_trail_once()
    {
        var portal = As(Role.Patient, patient: (await APatient()).Id);
        await portal.Open("/patient");

        Assert.InRange(await CommandsOf(() => portal.Open("/patient")), 1, 5);
    }
}

using System.Net;
using HospitalWeb.Data.Billing;
using HospitalWeb.Domain.Billing;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Areas.Billing;

public sealed class BillTests(HospitalApp app) : BillingTest(app)
{
    [Fact]
    public async Task The_clerk_bills_chosen_charges_with_a_discount_and_issues_the_bill()
    {
        var patient = await APatient("Lovelace");
        var (kept, left) = (Given.ACharge(patient, 33.333m, "Dressing", 3), Given.ACharge(patient, 50, "Splint"));
        await App.Save(kept, left);
        var form = await (await Clerk.Open($"/billing/patients/{patient.Id}")).Click("Make a bill");

        var draft = await form.Submit(("Input.Charges", kept.Id.ToString()), ("Input.DiscountPercent", "10"), ("Input.DiscountReason", "Staff"));
        var issued = await (await draft.Click("Issue the bill")).Submit();

        Assert.Matches("^BIL-\\d{5} is issued.$", issued.Notice);
        Assert.Contains("£90.00", issued.Main);
        Assert.Contains("Staff", issued.Main);
        await App.UsingDb(async db =>
        {
            Assert.NotNull((await db.Charges.SingleAsync(c => c.Id == kept.Id)).BillId);
            Assert.True((await db.Charges.SingleAsync(c => c.Id == left.Id)).IsOpen);
        });
    }

    [Fact]
    public async Task A_charge_without_a_price_is_left_out_until_it_is_priced()
    {
        var patient = await APatient();
        var charge = Given.ACharge(patient, null, "Unlisted test");
        await App.Save(charge);
        var account = await Clerk.Open($"/billing/patients/{patient.Id}");
        Assert.Contains("Not priced", account.Main);

        var none = await (await account.Click("Make a bill")).Submit();
        var priced = await (await Clerk.Open($"/billing/patients/{patient.Id}/charges/{charge.Id}/price")).Submit(("Input.Price", "12.50"));

        Assert.Contains("Choose at least one charge for the bill.", none.Errors);
        Assert.Equal("Unlisted test now costs £12.50.", priced.Notice);
    }

    [Fact]
    public async Task A_void_bill_keeps_its_number_and_its_charges_can_be_billed_again()
    {
        var patient = await APatient();
        var bill = await AnIssuedBill(patient, 40);

        var without = await (await Clerk.Open(Of(bill, "/void"))).Submit(("Input.Reason", ""));
        var gone = await without.Submit(("Input.Reason", "Wrong patient"));

        Assert.Contains("Say why the bill is void.", without.Errors);
        Assert.Equal($"{bill.HumanNumber} is void. Its charges wait for another bill.", gone.Notice);
        Assert.Equal((BillStatus.Void, bill.Number), ((await Fresh(bill)).Status, (await Fresh(bill)).Number));
        Assert.Contains("Make a bill", (await Clerk.Open($"/billing/patients/{patient.Id}")).Main);
    }

    [Fact]
    public async Task A_paid_bill_is_not_voided()
    {
        var bill = await AnIssuedBill(await APatient(), 40);
        await (await Clerk.Open(Of(bill, "/pay"))).Submit(("Input.Parts[0].Amount", "10"));

        var refused = await (await Clerk.Open(Of(bill, "/void"))).Submit(("Input.Reason", "Mistake"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("GBP 10.00 has been paid. Refund it before voiding the bill.", refused.Errors);
    }

    [Fact]
    public async Task A_credit_lowers_what_is_owed_and_gets_its_own_number()
    {
        var bill = await AnIssuedBill(await APatient(), 40);

        var credited = await (await Clerk.Open(Of(bill, "/credit"))).Submit(("Input.Amount", "15"), ("Input.Reason", "Test not done"));

        Assert.Matches("^CRN-\\d{5}: £15.00 is no longer owed on BIL-\\d{5}.$", credited.Notice);
        Assert.Equal(Given.Pounds(25), (await Fresh(bill)).Balance);
    }

    [Fact]
    public async Task Open_charges_and_unpaid_bills_stand_on_the_first_page_and_are_found_by_name_and_number()
    {
        var (waiting, owing) = (await APatient("Waiting"), await APatient("Owing"));
        await App.Save(Given.ACharge(waiting));
        var bill = await AnIssuedBill(owing, 70);

        var home = await Clerk.Open("/billing");

        Assert.Contains("WAITING, Jane", home.Main, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(bill.HumanNumber!, home.Main);
        Assert.Contains("OWING, Jane", (await Clerk.Search("/billing", "owing")).Main, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("£70.00", (await Clerk.Search("/billing", $"{bill.HumanNumber}")).Main);
    }

    [Fact]
    public async Task Lists_ask_the_database_three_times_at_most()
    {
        var patient = await APatient();
        for (var i = 0; i < 5; i++) await AnIssuedBill(patient, 10, 20, 30);
        await Clerk.Open("/billing");

        Assert.InRange(await CommandsOf(() => Clerk.Open("/billing")), 1, 3);
        Assert.InRange(await CommandsOf(() => Clerk.Open("/billing/bills")), 1, 3);
        Assert.InRange(await CommandsOf(() => Clerk.Open("/billing/takings")), 1, 3);
        Assert.InRange(await CommandsOf(() => Clerk.Open("/billing/prices")), 1, 3);
    }

    [Fact]
    public async Task The_bill_of_one_patient_is_not_found_under_another()
    {
        var bill = await AnIssuedBill(await APatient(), 10);
        var other = await APatient("Other");

        foreach (var deed in new[] { "", "/issue", "/pay", "/credit", "/void", "/invoice" })
            Assert.Equal(HttpStatusCode.NotFound, (await Clerk.Open($"/billing/patients/{other.Id}/bills/{bill.Id}{deed}")).Status);
    }

    [Theory]
    [InlineData(Role.Receptionist)]
    [InlineData(Role.Doctor)]
    [InlineData(Role.Patient)]
    public async Task Only_billing_sees_bills(Role role)
    {
        var bill = await AnIssuedBill(await APatient(), 10);

        Assert.Equal(HttpStatusCode.Forbidden, (await As(role).Open(Of(bill))).Status);
    }
}

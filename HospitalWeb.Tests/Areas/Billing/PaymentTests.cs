using System.Net;
using HospitalWeb.Domain.Billing;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Areas.Billing;

public sealed class PaymentTests(HospitalApp app) : BillingTest(app)
{
    [Fact]
    public async Task A_bill_is_paid_in_part_by_cash_and_the_rest_by_two_methods_on_one_receipt()
    {
        var bill = await AnIssuedBill(await APatient(), 60, 40);

        var part = await (await Clerk.Open(Of(bill, "/pay"))).Submit(("Input.Parts[0].Amount", "30"), ("Input.Parts[0].Given", "50"));
        var rest = await (await part.Click("Take a payment")).Submit(
            ("Input.Parts[0].Method", "Card"), ("Input.Parts[0].Amount", "50"), ("Input.Parts[1].Method", "Insurance"), ("Input.Parts[1].Amount", "20"), ("Input.Parts[1].Reference", "POL-7"));

        Assert.Matches("^RCT-\\d{5}: £30.00 received. Change £20.00.$", part.Notice);
        Assert.Contains("Partly paid", part.Main);
        Assert.Matches("^RCT-\\d{5}: £70.00 received.$", rest.Notice);
        var paid = await Fresh(bill);
        Assert.Equal(BillStatus.Paid, paid.Status);
        Assert.Equal([1, 2], paid.Receipts.Select(r => r.Payments.Count).Order());
    }

    [Theory]
    [InlineData("100.01", "GBP 100.01 is more than the GBP 100.00 still to pay.")]
    [InlineData("0", "Enter an amount above zero.")]
    [InlineData("-5", "Enter an amount above zero.")]
    [InlineData("10.005", "GBP is counted with 2 decimals: enter no more than that.")]
    public async Task An_amount_that_does_not_fit_is_refused_and_comes_back_as_typed(string amount, string sentence)
    {
        var bill = await AnIssuedBill(await APatient(), 100);

        var refused = await (await Clerk.Open(Of(bill, "/pay"))).Submit(("Input.Parts[0].Amount", amount));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(sentence, refused.Errors);
        Assert.Equal(amount, refused.Document.QuerySelector("[name='Input.Parts[0].Amount']")!.GetAttribute("value"));
        Assert.Empty((await Fresh(bill)).Receipts);
    }

    [Fact]
    public async Task A_form_sent_twice_takes_the_money_once_and_leads_to_the_same_place()
    {
        var bill = await AnIssuedBill(await APatient(), 100);
        var form = await Clerk.Open(Of(bill, "/pay"));

        var answers = await Task.WhenAll(form.Submit(("Input.Parts[0].Amount", "40")), form.Submit(("Input.Parts[0].Amount", "40")));
        var again = await form.Submit(("Input.Parts[0].Amount", "40"));

        Assert.All([.. answers, again], answer => Assert.Equal(Of(bill), answer.Path));
        Assert.Equal(Given.Pounds(40), (await Fresh(bill)).Paid);
    }

    [Fact]
    public async Task A_double_click_on_the_last_balance_pays_once_and_shows_the_bill_both_times()
    {
        var bill = await AnIssuedBill(await APatient(), 100);
        var form = await Clerk.Open(Of(bill, "/pay"));

        var answers = await Task.WhenAll(form.Submit(), form.Submit());

        Assert.All(answers, answer => Assert.Equal(Of(bill), answer.Path));
        Assert.Single((await Fresh(bill)).Receipts);
    }

    [Fact]
    public async Task Of_64_cashiers_who_take_the_last_balance_one_gets_it()
    {
        var bill = await AnIssuedBill(await APatient(), 100);
        var forms = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Clerk.Open(Of(bill, "/pay"))));

        var answers = await Task.WhenAll(forms.Select(form => form.Submit()));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.OK), answer => Assert.Contains("This bill is already paid: RCT-", answer.Errors));
        var paid = await Fresh(bill);
        Assert.Equal((Given.Pounds(100), 1), (paid.Paid, paid.Receipts.Count));
    }

    [Fact]
    public async Task Part_of_a_payment_is_refunded_with_a_reason_and_never_more_than_was_paid()
    {
        var bill = await AnIssuedBill(await APatient(), 100);
        await (await Clerk.Open(Of(bill, "/pay"))).Submit(("Input.Parts[0].Amount", "60"));
        var payment = (await Fresh(bill)).Receipts.Single().Payments.Single();
        var path = Of(bill, $"/payments/{payment.Id}/refund");

        var without = await (await Clerk.Open(path)).Submit(("Input.Amount", "20"));
        var done = await without.Submit(("Input.Amount", "20"), ("Input.Reason", "Test not done"));
        var tooMuch = await (await Clerk.Open(path)).Submit(("Input.Amount", "40.01"), ("Input.Reason", "More"));

        Assert.Contains("Say why the money is given back.", without.Errors);
        Assert.Matches("^RFD-\\d{5}: give back £20.00 by cash.$", done.Notice);
        Assert.Contains("Only GBP 40.00 of this payment can still be refunded.", tooMuch.Errors);
        Assert.Equal((Given.Pounds(40), Given.Pounds(60)), ((await Fresh(bill)).Paid, (await Fresh(bill)).Balance));
    }

    [Fact]
    public async Task The_day_s_takings_agree_with_what_was_paid_and_refunded_by_method()
    {
        App.Clock.Now = Given.Now.AddDays(40);
        var bill = await AnIssuedBill(await APatient(), 100);
        await (await Clerk.Open(Of(bill, "/pay"))).Submit(("Input.Parts[0].Amount", "60"), ("Input.Parts[1].Method", "Card"), ("Input.Parts[1].Amount", "40"));
        var cash = (await Fresh(bill)).Receipts.Single().Payments.Single(p => p.Method == PaymentMethod.Cash);
        await (await Clerk.Open(Of(bill, $"/payments/{cash.Id}/refund"))).Submit(("Input.Amount", "25"), ("Input.Reason", "Test not done"));

        var takings = await Clerk.Open("/billing/takings");

        Assert.Equal(["Cash", "1", "£60.00", "£25.00", "£35.00", "Card", "1", "£40.00", "£0.00", "£40.00", "2", "£100.00", "£25.00", "£75.00"], takings.Texts("main tbody :is(th, td), main tfoot td"));
        App.Clock.Now = Given.Now;
    }

    [Fact]
    public async Task A_payment_takes_seven_database_commands_at_most_with_whose_patient_it_is_its_audit_entry_and_its_key()
    {
        var bill = await AnIssuedBill(await APatient(), 100);
        await (await Clerk.Open(Of(bill, "/pay"))).Submit(("Input.Parts[0].Amount", "1"));
        var form = await Clerk.Open(Of(bill, "/pay"));

        var withItsPage = await CommandsOf(() => form.Submit(("Input.Parts[0].Amount", "1")));
        var page = await CommandsOf(() => Clerk.Open(Of(bill)));

        Assert.InRange(withItsPage - page, 1, 7);
    }
}

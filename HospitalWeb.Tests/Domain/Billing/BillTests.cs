using HospitalWeb.Domain;
using HospitalWeb.Domain.Billing;

namespace HospitalWeb.Tests.Domain.Billing;

public sealed class BillTests
{
    private static readonly Currency Euro = new("EUR");
    private static readonly Stamp Clerk = new(Guid.NewGuid(), "Jo Clerk", new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    private static readonly DateOnly Day = new(2026, 3, 2);
    private static readonly Guid Patient = Guid.NewGuid();

    private static Money Eur(decimal amount) => new(amount, Euro);

    private static Charge ACharge(decimal? price = 100, decimal quantity = 1, Guid? patient = null, string description = "Consultation") =>
        Charge.For(ChargeSource.Consultation, Guid.NewGuid(), patient ?? Patient, null, null, description, price is { } p ? new UnitPrice(p, Euro) : null, quantity, Clerk);

    private static Bill ADraft(params Charge[] charges) => Bill.Draft(Patient, Euro, charges, Clerk);

    private static Bill AnIssuedBill(params Charge[] charges)
    {
        var bill = ADraft(charges);
        bill.Issue(7, Clerk);
        return bill;
    }

    private static Receipt PayCash(Bill bill, decimal amount, int number = 1) => bill.Take([new(PaymentMethod.Cash, Eur(amount))], number, Day, Clerk);

    [Fact]
    public void Three_at_thirty_three_and_a_third_make_a_hundred() => Assert.Equal(Eur(100), ADraft(ACharge(33.333m, 3)).Total);

    [Fact]
    public void The_lines_add_up_to_the_total() => Assert.Equal(Eur(0.03m), ADraft(ACharge(0.005m), ACharge(0.005m), ACharge(0.005m)).Total);

    [Fact]
    public void A_bill_is_issued_paid_in_two_parts_and_then_paid()
    {
        var bill = AnIssuedBill(ACharge(60), ACharge(40));
        Assert.Equal(BillStatus.Issued, bill.Status);

        PayCash(bill, 30);
        Assert.Equal((BillStatus.PartlyPaid, Eur(70)), (bill.Status, bill.Balance));

        bill.Take([new(PaymentMethod.Card, Eur(50)), new(PaymentMethod.Insurance, Eur(20), Reference: "POL-1")], 2, Day, Clerk);
        Assert.Equal((BillStatus.Paid, Eur(0)), (bill.Status, bill.Balance));
    }

    [Fact]
    public void Cash_over_the_amount_comes_back_as_change()
    {
        var payment = AnIssuedBill(ACharge(90)).Take([new(PaymentMethod.Cash, Eur(90), Eur(100))], 1, Day, Clerk).Payments.Single();

        Assert.Equal(Eur(10), payment.Change);
    }

    [Theory]
    [InlineData(100.01, "EUR 100.01 is more than the EUR 100.00 still to pay.")]
    [InlineData(0, "Enter an amount above zero.")]
    [InlineData(-1, "Enter an amount above zero.")]
    public void Money_that_does_not_fit_the_bill_is_refused(decimal amount, string sentence)
    {
        var bill = AnIssuedBill(ACharge());

        Assert.Equal(sentence, Assert.Throws<BrokenRule>(() => PayCash(bill, amount)).Message);
        Assert.Equal(Eur(100), bill.Balance);
    }

    [Fact]
    public void Who_comes_second_reads_who_was_paid()
    {
        var bill = AnIssuedBill(ACharge());
        PayCash(bill, 100, 12);

        Assert.Equal("This bill is already paid: RCT-00012, taken by Jo Clerk.", Assert.Throws<BrokenRule>(() => PayCash(bill, 100, 13)).Message);
    }

    [Fact]
    public void A_charge_without_a_price_can_be_drafted_but_not_issued()
    {
        var bill = ADraft(ACharge(), ACharge(price: null, description: "Splint"));

        Assert.Equal("Splint is not priced. Discard the draft, price it on the account and draft the bill again.", Assert.Throws<BrokenRule>(() => bill.Issue(1, Clerk)).Message);
        Assert.Equal(Eur(100), bill.Total);
    }

    [Fact]
    public void A_charge_stands_on_one_bill_only()
    {
        var charge = ACharge();
        ADraft(charge);

        Assert.Equal("Consultation is already on a bill.", Assert.Throws<BrokenRule>(() => ADraft(charge)).Message);
    }

    [Fact]
    public void Nobody_pays_for_somebody_else() =>
        Assert.Throws<BrokenRule>(() => ADraft(ACharge(patient: Guid.NewGuid())));

    [Fact]
    public void A_discount_is_shared_out_to_the_cent_and_given_on_drafts_only()
    {
        var bill = ADraft(ACharge(0.05m), ACharge(33.33m), ACharge(66.66m));

        bill.GiveDiscount(10m, "Staff");
        bill.Issue(1, Clerk);

        Assert.Equal((Eur(10.00m), Eur(90.04m)), (bill.Discount, bill.Total));
        Assert.Equal(bill.Total, bill.Lines.Select(line => line.Net).Total(Euro));
        Assert.Throws<BrokenRule>(() => bill.GiveDiscount(Eur(1), "Late"));
    }

    [Fact]
    public void A_discount_below_zero_above_the_bill_or_without_a_reason_changes_nothing()
    {
        var bill = ADraft(ACharge(50m));

        foreach (var wrong in new Action[] { () => bill.GiveDiscount(Eur(-0.01m), "Staff"), () => bill.GiveDiscount(Eur(50.01m), "Staff"), () => bill.GiveDiscount(-1m, "Staff"), () => bill.GiveDiscount(100.01m, "Staff"), () => bill.GiveDiscount(Eur(1m), " ") })
            Assert.Throws<BrokenRule>(wrong);

        Assert.Equal((Eur(0m), Eur(50m)), (bill.Discount, bill.Total));
    }

    [Fact]
    public void A_void_bill_keeps_its_number_and_frees_its_charges()
    {
        var charge = ACharge();
        var bill = AnIssuedBill(charge);

        bill.Void("Wrong insurer", Clerk);

        Assert.Equal(("BIL-00007", BillStatus.Void, true), (bill.HumanNumber, bill.Status, charge.IsOpen));
        Assert.Single(bill.Lines);
        ADraft(charge);
    }

    [Fact]
    public void A_bill_with_money_on_it_is_not_voided_until_that_is_refunded()
    {
        var bill = AnIssuedBill(ACharge());
        var receipt = PayCash(bill, 40);
        Assert.Equal("EUR 40.00 has been paid. Refund it before voiding the bill.", Assert.Throws<BrokenRule>(() => bill.Void("Mistake", Clerk)).Message);

        bill.Refund(receipt.Payments[0], Eur(40), "Paid for the wrong person", 1, Day, Clerk);
        bill.Void("Mistake", Clerk);

        Assert.Equal(BillStatus.Void, bill.Status);
    }

    [Fact]
    public void Refunds_of_one_payment_stay_within_it()
    {
        var bill = AnIssuedBill(ACharge());
        var cash = PayCash(bill, 30).Payments[0];
        PayCash(bill, 70, 2);

        bill.Refund(cash, Eur(20), "Test not done", 1, Day, Clerk);

        Assert.Equal("Only EUR 10.00 of this payment can still be refunded.", Assert.Throws<BrokenRule>(() => bill.Refund(cash, Eur(10.01m), "More", 2, Day, Clerk)).Message);
        Assert.Equal((Eur(80), BillStatus.PartlyPaid), (bill.Paid, bill.Status));
    }

    [Fact]
    public void A_credit_takes_back_what_is_owed_and_no_more()
    {
        var bill = AnIssuedBill(ACharge());
        PayCash(bill, 60);

        Assert.Throws<BrokenRule>(() => bill.GiveCredit(Eur(40.01m), "Test not done", 1, Clerk));
        bill.GiveCredit(Eur(40), "Test not done", 1, Clerk);

        Assert.Equal(BillStatus.Paid, bill.Status);
    }

    [Fact]
    public void A_draft_takes_no_money() =>
        Assert.Equal("Issue the bill before taking payment.", Assert.Throws<BrokenRule>(() => PayCash(ADraft(ACharge()), 10)).Message);
}

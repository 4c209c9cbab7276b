using HospitalWeb.Domain;
using HospitalWeb.Domain.Billing;
using HospitalWeb.Domain.Pharmacy;
using HospitalWeb.Domain.Prescribing;
using HospitalWeb.Tests.Support;

namespace HospitalWeb.Tests.Domain.Pharmacy;

public sealed class StockBatchTests
{
    private static readonly Currency Pounds = new("GBP");
    private readonly Medication medication = Given.Amoxicillin();

    [Fact]
    public void What_arrives_is_on_hand_and_in_the_ledger()
    {
        var movement = Receive(100);

        Assert.Equal((100m, 100m, StockMovementKind.Received), (movement.Quantity, movement.Batch.QuantityOnHand, movement.Kind));
    }

    [Fact]
    public void Expired_goods_nothing_and_an_empty_number_are_refused()
    {
        Assert.Throws<BrokenRule>(() => Receive(100, expires: Given.Today.AddDays(-1)));
        Assert.Throws<BrokenRule>(() => Receive(0));
        Assert.Throws<BrokenRule>(() => Receive(100, number: " "));
        Assert.Throws<BrokenRule>(() => Receive(100, cost: -1));
    }

    [Fact]
    public void More_of_a_known_batch_adds_to_it_but_never_with_another_expiry_date()
    {
        var known = Receive(100).Batch;

        Assert.Same(known, Receive(20, known: known).Batch);
        Assert.Equal(120, known.QuantityOnHand);
        Assert.Throws<BrokenRule>(() => Receive(20, known: known, expires: known.ExpiresOn.AddDays(1)));
    }

    [Fact]
    public void A_correction_needs_a_reason_and_never_goes_below_zero()
    {
        var batch = Receive(100).Batch;

        Assert.Throws<BrokenRule>(() => batch.Adjust(-5, "", Given.Pharmacist));
        Assert.Throws<BrokenRule>(() => batch.Adjust(-101, "Broken.", Given.Pharmacist));
        Assert.Equal(-5, batch.Adjust(-5, "Broken.", Given.Pharmacist).Quantity);
        Assert.Equal(95, batch.QuantityOnHand);
    }

    [Fact]
    public void Selling_below_cost_is_seen() => Assert.True(Receive(1, cost: 2).Batch.SellsBelowCost);

    private StockMovement Receive(decimal quantity, DateOnly? expires = null, string number = "LOT-1", decimal cost = 0.1m, StockBatch? known = null) => StockBatch.Receive(
        medication, known, new(number, expires ?? Given.Today.AddYears(1), quantity, new UnitPrice(cost, Pounds), new UnitPrice(0.25m, Pounds), null), Given.Pharmacist, Given.Today);
}

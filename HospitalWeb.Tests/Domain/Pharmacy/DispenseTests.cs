using HospitalWeb.Domain;
using HospitalWeb.Domain.Pharmacy;
using HospitalWeb.Domain.Prescribing;
using HospitalWeb.Tests.Support;

namespace HospitalWeb.Tests.Domain.Pharmacy;

public sealed class DispenseTests
{
    private static readonly Medication Amoxicillin = Given.Amoxicillin();
    private readonly Prescription prescription = Given.Signed(Given.NotAllergic(), Given.Doctor(), Amoxicillin);
    private readonly StockBatch soon = Batch(10, Given.Today.AddDays(30)), later = Batch(50, Given.Today.AddDays(300)), expired = Batch(50, Given.Today.AddDays(-1));

    private PrescriptionItem Item => prescription.Items[0];

    [Fact]
    public void What_expires_first_goes_first_and_what_expired_never()
    {
        var proposed = Fefo.Propose([later, expired, soon], 21, Given.Today);

        Assert.Equal([new(soon, 10), new(later, 11)], proposed);
    }

    [Fact]
    public void A_batch_is_usable_through_its_printed_date()
    {
        var today = Batch(21, Given.Today);

        Assert.Equal(21, Give(new Portion(today, 21)).Quantity);
        Assert.Contains("expired on", Assert.Throws<BrokenRule>(() => Give(new Portion(expired, 1))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_later_batch_needs_a_reason()
    {
        Assert.Equal("An earlier batch is still on the shelf. Say why a later one is taken.", Assert.Throws<BrokenRule>(() => Give(new Portion(later, 5))).Message);

        Assert.Equal("Box is sealed.", Of([new(later, 5)], "Box is sealed.").LaterBatchReason);
    }

    [Fact]
    public void A_part_leaves_the_rest_and_never_more_than_was_ordered()
    {
        Give(new Portion(soon, 10));

        Assert.Equal((PrescriptionStatus.PartlyDispensed, 11m, 11m), (prescription.Status, Item.Remaining, Item.Due));
        Assert.Equal("Only 11 capsules remain to be dispensed on this prescription.", Assert.Throws<BrokenRule>(() => Of([new(soon, 10), new(later, 2)])).Message);
        Of([new(soon, 10), new(later, 1)]);
        Assert.Equal(PrescriptionStatus.Dispensed, prescription.Status);
    }

    [Fact]
    public void A_draft_and_what_has_all_been_given_out_are_not_dispensed()
    {
        var draft = Given.Draft(Given.NotAllergic(), Given.Doctor(), Amoxicillin);
        Of([new(soon, 10), new(later, 11)]);

        foreach (var closed in new[] { draft, prescription })
            Assert.Equal("This prescription is not open for dispensing.", Assert.Throws<BrokenRule>(() => closed.Give(closed.Items[0], 1, Given.Today)).Message);
    }

    [Fact]
    public void Refills_count_up_to_quantity_times_one_more()
    {
        var refillable = Given.Draft(Given.NotAllergic(), Given.Doctor());
        var item = refillable.Add(Amoxicillin, Given.Line(Amoxicillin), refills: 1, null);
        refillable.Sign(Given.CheckFor(refillable.Patient), false, DispenseUrgency.Routine, null, Given.DrPatel, Given.Today);

        refillable.Give(item, 21, Given.Today);

        Assert.Equal((21m, 21m, PrescriptionStatus.PartlyDispensed), (item.Remaining, item.Due, refillable.Status));
        Assert.Throws<BrokenRule>(() => refillable.Give(item, 22, Given.Today));
    }

    [Fact]
    public void After_its_last_day_or_cancelled_it_is_not_dispensed()
    {
        var past = prescription.ValidUntil!.Value.AddDays(1);

        Assert.Contains("was valid until", Assert.Throws<BrokenRule>(() => prescription.Give(Item, 1, past)).Message, StringComparison.Ordinal);
        Assert.Equal(PrescriptionStatus.Expired, prescription.StatusOn(past));
        prescription.Cancel("Dose too low.", Given.DrPatel);
        Assert.Equal("This prescription was cancelled: Dose too low.", Assert.Throws<BrokenRule>(() => prescription.Give(Item, 1, Given.Today)).Message);
    }

    [Fact]
    public void Whoever_signed_it_does_not_dispense_it()
    {
        var refused = Assert.Throws<BrokenRule>(() => Dispense.Of(prescription, Item, [soon], [new(soon, 1)], null, [], Given.DrPatel, Given.Today));

        Assert.Equal("You signed this prescription yourself. A second person dispenses it.", refused.Message);
    }

    [Fact]
    public void The_price_is_that_of_the_batches() =>
        Assert.Equal(new Money(2.50m, new("GBP")), Give(new Portion(soon, 10)).Price);

    private Dispense Give(Portion portion) => Of([portion], portion.Batch == later ? null : "Only this one is open.");

    private Dispense Of(Portion[] portions, string? reason = null) => Dispense.Of(prescription, Item, [soon, later, expired], portions, reason, [], Given.Pharmacist, Given.Today);

    private static StockBatch Batch(decimal quantity, DateOnly expires)
    {
        var received = new StockBatch { Medication = Amoxicillin, BatchNumber = Guid.NewGuid().ToString(), ExpiresOn = expires, ReceivedAt = Given.Now, CostPrice = new(0.1m, new("GBP")), UnitPrice = new(0.25m, new("GBP")) };
        received.Adjust(quantity, "Counted.", Given.Pharmacist);
        return received;
    }
}

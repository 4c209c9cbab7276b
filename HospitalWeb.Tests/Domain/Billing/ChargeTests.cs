using HospitalWeb.Domain;
using HospitalWeb.Domain.Billing;

namespace HospitalWeb.Tests.Domain.Billing;

public sealed class ChargeTests
{
    private static readonly Currency Euro = new("EUR");
    private static readonly Stamp Nurse = new(Guid.NewGuid(), "Ann Nurse", new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    private static Charge ACharge(UnitPrice? price = null, decimal quantity = 1) =>
        Charge.For(ChargeSource.BedDay, Guid.NewGuid(), Guid.NewGuid(), null, ServiceCode.BedDay, "Bed day", price, quantity, Nurse);

    [Theory]
    [InlineData(0.005, 1, 0.01)]
    [InlineData(33.333, 3, 100.00)]
    [InlineData(0.0049, 1, 0.00)]
    public void An_amount_is_rounded_half_away_from_zero_once(decimal price, decimal quantity, decimal amount) =>
        Assert.Equal(new Money(amount, Euro), ACharge(new UnitPrice(price, Euro), quantity).Amount);

    [Fact]
    public void Without_a_price_there_is_no_amount_until_somebody_sets_one()
    {
        var charge = ACharge(quantity: 2);
        Assert.False(charge.IsPriced);

        charge.Price(new(12.5m, Euro));

        Assert.Equal(new Money(25, Euro), charge.Amount);
    }

    [Fact]
    public void A_bed_and_a_day_are_always_the_same_source()
    {
        var (stay, day) = (Guid.NewGuid(), new DateOnly(2026, 3, 2));

        Assert.Equal(Charge.DayOf(stay, day), Charge.DayOf(stay, day));
        Assert.NotEqual(Charge.DayOf(stay, day), Charge.DayOf(stay, day.AddDays(1)));
        Assert.NotEqual(Charge.DayOf(stay, day), Charge.DayOf(Guid.NewGuid(), day));
    }

    [Fact]
    public void What_was_cancelled_cannot_be_billed()
    {
        var charge = ACharge(new UnitPrice(10, Euro));
        charge.Cancel("Never admitted", Nurse);

        Assert.Equal("Bed day was cancelled.", Assert.Throws<BrokenRule>(() => Bill.Draft(charge.PatientId, Euro, [charge], Nurse)).Message);
    }

    [Fact]
    public void A_new_price_starts_today_or_later()
    {
        var today = new DateOnly(2026, 3, 2);
        var service = new Service { Code = "CONS", Name = "Consultation", Price = new UnitPrice(80, Euro), EffectiveFrom = today.AddYears(-1) };

        Assert.Throws<BrokenRule>(() => service.PricedFrom(today.AddDays(-1), new(90, Euro), today));
        Assert.Equal(new UnitPrice(90, Euro), service.PricedFrom(today, new(90, Euro), today).Price);
    }
}

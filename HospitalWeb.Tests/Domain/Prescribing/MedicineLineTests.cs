using HospitalWeb.Domain;
using HospitalWeb.Domain.Prescribing;
using HospitalWeb.Tests.Support;

namespace HospitalWeb.Tests.Domain.Prescribing;

public sealed class MedicineLineTests
{
    [Fact]
    public void The_parts_stand_in_their_order() =>
        Assert.Equal("amoxicillin — AMOXIL — 500 mg — capsule — DOSE 500 mg — 7 days — oral — three times a day", Given.Line(Given.Amoxicillin()).Text);

    [Theory]
    [InlineData("5.0", "5")]
    [InlineData(".5", "0.5")]
    [InlineData("1250", "1,250")]
    public void Doses_have_a_leading_and_never_a_trailing_zero(string typed, string shown) =>
        Assert.Equal(shown, MedicineLine.Number(decimal.Parse(typed, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(500, Frequency.ThreeTimesADay, 7, null, 21)]
    [InlineData(750, Frequency.TwiceADay, 5, null, 15)]
    [InlineData(500, Frequency.AsRequired, 3, 4, 12)]
    [InlineData(500, Frequency.OnceAWeek, 15, null, 3)]
    [InlineData(500, Frequency.EveryOtherDay, 7, null, 4)]
    [InlineData(1000, Frequency.OnceOnly, 10, null, 2)]
    public void The_quantity_is_computed_from_the_dose(decimal dose, Frequency frequency, int days, int? maxPerDay, decimal quantity)
    {
        var medication = Given.Amoxicillin();

        Assert.Equal(quantity, medication.QuantityFor(Given.Line(medication, dose, frequency, days, maxPerDay)));
    }

    [Fact]
    public void An_inhaler_is_counted_in_inhalers()
    {
        var inhaler = new Medication { GenericName = "salbutamol", Strength = "100 micrograms per puff", Form = DoseForm.Inhaler, Route = MedicineRoute.Inhaled, DoseUnit = "puff", DosePerPackUnit = 200, PackUnit = "inhaler" };

        Assert.Equal(2, inhaler.QuantityFor(inhaler.Line(2, MedicineRoute.Inhaled, Frequency.FourTimesADay, null, 30)));
    }

    [Fact]
    public void As_required_says_how_often_at_most()
    {
        var line = Given.Line(Given.Amoxicillin(), frequency: Frequency.AsRequired, maxPerDay: 4);

        Assert.Equal("as required, at most 4 times in 24 hours", line.Often);
        Assert.Throws<BrokenRule>((line with { MaxPerDay = null }).MustBeWritten);
    }
}

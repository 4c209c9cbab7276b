using HospitalWeb.Domain;
using HospitalWeb.Domain.Nursing;
using HospitalWeb.Tests.Support;

namespace HospitalWeb.Tests.Domain.Nursing;

public sealed class VitalSignsTests
{
    [Theory]
    [InlineData("370", "Temperature 370 °C is not possible (25 to 45). Did you mean 37.0?")]
    [InlineData("98.6", "Temperature 98.6 °C is not possible (25 to 45). Did you mean 37.0?")]
    public void An_impossible_temperature_is_refused_with_what_was_probably_meant(string typed, string sentence) =>
        Refuses(Given.Vitals(temperature: decimal.Parse(typed, System.Globalization.CultureInfo.InvariantCulture)), sentence, evenConfirmed: true);

    [Fact]
    public void Metres_for_centimetres_are_recognised() => Refuses(Given.Vitals(height: 1.7m), "Height 1.7 cm is not possible (20 to 260). Did you mean 170?", evenConfirmed: true);

    [Fact]
    public void A_saturation_over_100_is_refused() => Refuses(Given.Vitals(saturation: 150), "Oxygen saturation 150 % is not possible (30 to 100).", evenConfirmed: true);

    [Fact]
    public void Swapped_pressures_are_refused() => Refuses(Given.Vitals(systolic: 80, diastolic: 120), "The diastolic pressure must be lower than the systolic. Swapped?", evenConfirmed: true);

    [Fact]
    public void An_improbable_value_is_taken_once_confirmed()
    {
        var signs = Given.Vitals(pulse: 225);

        Refuses(signs, "Heart rate 225 per min is improbable.");
        Assert.Same(signs, signs.Accepted(40, improbableConfirmed: true));
    }

    [Fact]
    public void What_is_small_for_an_adult_is_usual_for_a_child()
    {
        var child = Given.Vitals(weight: 12, height: 90);

        Assert.Equal(2, VitalLimits.Doubts(child, 40).Count);
        Assert.Empty(VitalLimits.Doubts(child, 3));
    }

    [Fact]
    public void Nothing_measured_is_nothing_to_record()
    {
        var nothing = new VitalSigns { Patient = Given.Patient(), TakenAt = Given.Now, Recorded = Given.By("Nora") };

        Refuses(nothing, "Enter at least one measurement.");
    }

    [Fact]
    public void Nothing_is_measured_in_the_future()
    {
        var tomorrow = new VitalSigns { Patient = Given.Patient(), TakenAt = Given.Now.AddDays(1), HeartRatePerMin = 70, Recorded = Given.By("Nora") };

        Refuses(tomorrow, "The time of measurement cannot lie in the future.");
    }

    [Fact]
    public void The_body_mass_index_follows_from_weight_and_height()
    {
        Assert.Equal(24.2m, Given.Vitals(weight: 70, height: 170).Bmi);
        Assert.Null(Given.Vitals(weight: 70, height: null).Bmi);
    }

    [Theory]
    [InlineData(Vital.HeartRate, 40, VitalFlag.CriticallyLow), InlineData(Vital.HeartRate, 50, VitalFlag.Low), InlineData(Vital.HeartRate, 51, VitalFlag.InRange)]
    [InlineData(Vital.Systolic, 139, VitalFlag.InRange), InlineData(Vital.Systolic, 140, VitalFlag.High), InlineData(Vital.Systolic, 180, VitalFlag.CriticallyHigh)]
    [InlineData(Vital.Weight, 70, VitalFlag.NoRange)]
    public void Abnormal_values_are_marked(Vital vital, int value, VitalFlag flag) => Assert.Equal(flag, VitalFlags.Of(vital, value, ageInYears: 40));

    [Fact]
    public void A_childs_pulse_has_no_range_rather_than_a_wrong_one() => Assert.Equal(VitalFlag.NoRange, VitalFlags.Of(Vital.HeartRate, 120, ageInYears: 2));

    [Fact]
    public void A_wrong_set_is_marked_with_a_reason_and_only_once()
    {
        var signs = Given.Vitals();

        Assert.Equal("Give the reason.", Assert.Throws<BrokenRule>(() => signs.MarkAsError(" ", Given.By("Nora"))).Message);
        signs.MarkAsError("Wrong patient", Given.By("Nora"));

        Assert.False(signs.IsValid);
        Assert.Throws<BrokenRule>(() => signs.MarkAsError("Again", Given.By("Nora")));
    }

    private static void Refuses(VitalSigns signs, string sentence, bool evenConfirmed = false) =>
        Assert.Equal(sentence, Assert.Throws<BrokenRule>(() => signs.Accepted(40, evenConfirmed)).Message);
}

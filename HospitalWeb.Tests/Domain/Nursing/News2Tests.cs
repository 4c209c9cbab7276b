using HospitalWeb.Domain.Nursing;
using HospitalWeb.Tests.Support;

namespace HospitalWeb.Tests.Domain.Nursing;

public sealed class News2Tests
{
    [Fact]
    public void Somebody_with_usual_values_scores_nothing()
    {
        var score = News2.Of(Given.Vitals(), ageInYears: 40);

        Assert.Equal(0, score.Total);
        Assert.Equal(NewsRisk.Low, score.Risk);
    }

    [Theory]
    [InlineData(8, 3), InlineData(9, 1), InlineData(11, 1), InlineData(12, 0), InlineData(20, 0), InlineData(21, 2), InlineData(24, 2), InlineData(25, 3)]
    public void Breathing_scores_by_the_table(int perMin, int points) => Assert.Equal(points, News2.Of(Given.Vitals(respiration: perMin), 40).Total);

    [Theory]
    [InlineData(91, 3), InlineData(92, 2), InlineData(93, 2), InlineData(94, 1), InlineData(95, 1), InlineData(96, 0)]
    public void Oxygen_saturation_scores_by_scale_1(int percent, int points) => Assert.Equal(points, News2.Of(Given.Vitals(saturation: percent), 40).Total);

    [Theory]
    [InlineData(90, 3), InlineData(91, 2), InlineData(100, 2), InlineData(101, 1), InlineData(110, 1), InlineData(111, 0), InlineData(219, 0), InlineData(220, 3)]
    public void Systolic_pressure_scores_by_the_table(int mmHg, int points) => Assert.Equal(points, News2.Of(Given.Vitals(systolic: mmHg), 40).Total);

    [Theory]
    [InlineData(40, 3), InlineData(41, 1), InlineData(50, 1), InlineData(51, 0), InlineData(90, 0), InlineData(91, 1), InlineData(110, 1), InlineData(111, 2), InlineData(130, 2), InlineData(131, 3)]
    public void Pulse_scores_by_the_table(int perMin, int points) => Assert.Equal(points, News2.Of(Given.Vitals(pulse: perMin), 40).Total);

    [Theory]
    [InlineData("35.0", 3), InlineData("35.1", 1), InlineData("36.0", 1), InlineData("36.1", 0), InlineData("38.0", 0), InlineData("38.1", 1), InlineData("39.0", 1), InlineData("39.1", 2)]
    public void Temperature_scores_by_the_table(string celsius, int points) =>
        Assert.Equal(points, News2.Of(Given.Vitals(temperature: decimal.Parse(celsius, System.Globalization.CultureInfo.InvariantCulture)), 40).Total);

    [Theory]
    [InlineData(Consciousness.NewConfusion), InlineData(Consciousness.Voice), InlineData(Consciousness.Pain), InlineData(Consciousness.Unresponsive)]
    public void Anybody_not_alert_scores_three(Consciousness level)
    {
        var score = News2.Of(Given.Vitals(consciousness: level), 40);

        Assert.Equal(3, score.Total);
        Assert.Equal(NewsRisk.LowMedium, score.Risk);
    }

    [Fact]
    public void Oxygen_adds_two() => Assert.Equal(2, News2.Of(Given.Vitals(onOxygen: true), 40).Total);

    [Fact]
    public void From_seven_on_the_risk_is_high()
    {
        Assert.Equal(NewsRisk.Medium, News2.Of(Given.Vitals(respiration: 25, saturation: 93), 40).Risk);
        Assert.Equal(NewsRisk.High, News2.Of(Given.Vitals(respiration: 25, saturation: 91, pulse: 91), 40).Risk);
    }

    [Fact]
    public void A_missing_item_leaves_the_score_incomplete_instead_of_low()
    {
        var score = News2.Of(Given.Vitals(onOxygen: null, systolic: null), 40);

        Assert.Null(score.Total);
        Assert.Null(score.Risk);
        Assert.Equal(["air or oxygen", "systolic blood pressure"], score.Missing);
    }

    [Theory]
    [InlineData(15, false), InlineData(16, true), InlineData(null, false)]
    public void It_is_for_people_from_sixteen_years_on(int? age, bool applies) => Assert.Equal(applies, News2.Of(Given.Vitals(), age).Applies);
}

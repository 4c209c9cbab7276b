using HospitalWeb.Domain;
using HospitalWeb.Domain.Laboratory;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Tests.Support;

namespace HospitalWeb.Tests.Domain.Laboratory;

public sealed class AnalyteTests
{
    [Theory]
    [InlineData(2.7, ResultFlag.LL)]
    [InlineData(2.8, ResultFlag.L)]
    [InlineData(3.4, ResultFlag.L)]
    [InlineData(3.5, ResultFlag.InRange)]
    [InlineData(5.1, ResultFlag.InRange)]
    [InlineData(5.2, ResultFlag.H)]
    [InlineData(6.2, ResultFlag.H)]
    [InlineData(6.3, ResultFlag.HH)]
    public void The_bounds_belong_to_the_range_and_the_critical_limits_to_the_step_before(decimal value, ResultFlag flag)
    {
        var potassium = Given.AnAnalyte();

        Assert.Equal(flag, potassium.Judge(ResultValue.Of(value), potassium.RangeFor(Sex.Female, 10_000)));
    }

    [Fact]
    public void Without_a_range_a_value_is_never_called_in_range()
    {
        var potassium = Given.AnAnalyte(low: null, high: null);

        Assert.Equal(ResultFlag.NoRange, potassium.Judge(ResultValue.Of(4.2m), potassium.RangeFor(Sex.Female, 10_000)));
        Assert.Equal(ResultFlag.HH, potassium.Judge(ResultValue.Of(7m), null));
    }

    [Fact]
    public void The_range_follows_sex_and_age_at_collection()
    {
        var haemoglobin = Given.AnAnalyte("Haemoglobin");
        haemoglobin.SetRanges(
        [
            new() { Sex = Sex.Male, FromAgeDays = 6574, Low = 130, High = 170, Population = "men", Source = "test" },
            new() { Sex = Sex.Female, FromAgeDays = 6574, Low = 120, High = 150, Population = "women", Source = "test" },
            new() { FromAgeDays = 28, UntilAgeDays = 365, Low = 95, High = 140, Population = "infants", Source = "test" },
        ]);

        Assert.Equal("men", haemoglobin.RangeFor(Sex.Male, 6574)?.Population);
        Assert.Equal("women", haemoglobin.RangeFor(Sex.Female, 20_000)?.Population);
        Assert.Equal("infants", haemoglobin.RangeFor(Sex.NotKnown, 28)?.Population);
        Assert.Null(haemoglobin.RangeFor(Sex.Male, 365));
        Assert.Null(haemoglobin.RangeFor(Sex.NotKnown, 20_000));
        Assert.Null(haemoglobin.RangeFor(Sex.Male, null));
    }

    [Theory]
    [InlineData("41", "Potassium 41 mmol/L is not possible. It lies between 0.5 and 15.0 mmol/L.")]
    [InlineData("4.12", "Potassium is reported with 1 decimals.")]
    [InlineData("high", "Enter Potassium as a number in mmol/L, for example 4.3.")]
    public void What_cannot_be_is_refused_in_words(string typed, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<BrokenRule>(() => Given.AnAnalyte().Read(typed)).Message);

    [Fact]
    public void A_word_outside_the_usual_ones_is_abnormal()
    {
        var nitrite = new Analyte { Position = 0, Code = "5802-4", Name = "Urine nitrite", Kind = AnalyteKind.Choice, Choices = ["Negative", "Positive"], UsualChoices = ["Negative"] };

        Assert.Equal(ResultFlag.A, nitrite.Judge(nitrite.Read("Positive"), null));
        Assert.Equal(ResultFlag.InRange, nitrite.Judge(nitrite.Read("Negative"), null));
        Assert.Throws<BrokenRule>(() => nitrite.Read("Maybe"));
    }

    [Fact]
    public void Two_ranges_for_the_same_patients_are_refused() => Assert.Throws<BrokenRule>(() => Given.AnAnalyte().SetRanges(
    [
        new() { FromAgeDays = 0, UntilAgeDays = 400, Low = 1, Population = "a", Source = "test" },
        new() { FromAgeDays = 399, Low = 1, Population = "b", Source = "test" },
    ]));
}

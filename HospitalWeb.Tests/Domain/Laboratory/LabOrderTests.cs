using HospitalWeb.Domain;
using HospitalWeb.Domain.Laboratory;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Tests.Support;

namespace HospitalWeb.Tests.Domain.Laboratory;

public sealed class LabOrderTests
{
    private static readonly LabPolicy TwoPeople = new();
    private static readonly DateOnly Today = DateOnly.FromDateTime(Given.Now.UtcDateTime);

    private static Patient APatient() => Patient.Register(new("Lovelace", "Ada"), Sex.Female, new(new(1985, 12, 10)));

    [Fact]
    public void A_test_goes_from_order_to_release_and_keeps_the_range_it_was_judged_by()
    {
        var item = Given.AResultedItem(Given.ALabOrder(APatient()), 5.4m);
        item.LabTest!.Analytes[0].SetRanges([new() { Low = 1, High = 9, Population = "changed later", Source = "test" }]);

        var critical = item.Verify(TwoPeople, Given.SecondAtTheBench);
        item.Release(Given.SecondAtTheBench);

        var result = item.Results.Single();
        Assert.Empty(critical);
        Assert.Equal((ResultFlag.H, 3.5m, 5.1m, "all ages", "5.4"), (result.Flag, result.RangeLow, result.RangeHigh, result.RangeText, result.Value));
        Assert.True(result.IsCurrent && result.IsReleased);
        Assert.Equal(LabItemStatus.Released, item.Status);
    }

    [Fact]
    public void Nobody_verifies_what_they_entered_unless_the_laboratory_says_so()
    {
        var item = Given.AResultedItem(Given.ALabOrder(APatient()), 4.2m);

        Assert.Equal("You entered these results. Somebody else must verify them.", Assert.Throws<BrokenRule>(() => item.Verify(TwoPeople, Given.AtTheBench)).Message);
        item.Verify(new() { SecondPersonVerifies = false }, Given.AtTheBench);
        Assert.Equal(LabItemStatus.Verified, item.Status);
    }

    [Fact]
    public void A_critical_value_is_handed_to_whoever_verifies() =>
        Assert.Equal(ResultFlag.HH, Given.AResultedItem(Given.ALabOrder(APatient()), 6.9m).Verify(TwoPeople, Given.SecondAtTheBench).Single().Flag);

    [Fact]
    public void A_specimen_with_another_label_is_not_received()
    {
        var specimen = Given.ALabOrder(APatient()).Collect([SpecimenKind.Serum], Given.AtTheBench).Single();

        Assert.Contains("Do not receive it", Assert.Throws<BrokenRule>(() => specimen.Receive("ACC-00777", Given.AtTheBench)).Message, StringComparison.Ordinal);
        Assert.Throws<BrokenRule>(() => specimen.Receive("", Given.AtTheBench));
    }

    [Fact]
    public void A_rejected_specimen_takes_no_results_and_is_ordered_again()
    {
        var order = Given.ALabOrder(APatient());
        var specimen = order.Collect([SpecimenKind.Serum], Given.AtTheBench).Single();

        specimen.Reject("Haemolysed", Given.AtTheBench);

        var (rejected, again) = (order.Items[0], order.Items[1]);
        Assert.Equal((LabItemStatus.Rejected, LabItemStatus.Ordered), (rejected.Status, again.Status));
        Assert.Same(rejected, again.RecollectionOf);
        Assert.Contains("was rejected: Haemolysed", Assert.Throws<BrokenRule>(() => rejected.Enter([(rejected.LabTest!.Analytes[0], ResultValue.Of(4m))], Today, Given.AtTheBench)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_correction_shows_once_somebody_else_has_verified_it_and_keeps_the_old_value()
    {
        var item = Given.AReleasedItem(Given.ALabOrder(APatient()), 5.4m);
        var wrong = item.Results.Single();

        var right = item.Correct(wrong, item.LabTest!.Analytes[0], ResultValue.Of(4.5m), "Wrong tube", Today, Given.AtTheBench);

        Assert.True(wrong.IsCurrent);
        Assert.Throws<BrokenRule>(() => item.Verify(TwoPeople, Given.AtTheBench));
        item.Verify(TwoPeople, Given.SecondAtTheBench);
        Assert.Equal((false, "5.4"), (wrong.IsCurrent, wrong.Value));
        Assert.Equal((true, true, "4.5", ResultFlag.InRange), (right.IsCurrent, right.IsReleased, right.Value, right.Flag));
        Assert.Equal(LabItemStatus.Corrected, item.Status);
    }

    [Fact]
    public void The_dead_get_no_tests()
    {
        var patient = APatient();
        patient.Die(Given.Now.AddDays(-1));

        Assert.Contains("has died", Assert.Throws<BrokenRule>(() => Given.ALabOrder(patient)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_test_is_resulted_only_when_every_analyte_has_a_value()
    {
        var test = Given.ALabTest();
        test.Analytes.Add(Given.AnAnalyte("Sodium", code: "2951-2"));
        var order = Given.ALabOrder(APatient(), test);

        var item = Given.AResultedItem(order, 4m);

        Assert.Equal(LabItemStatus.InProgress, item.Status);
        Assert.Throws<BrokenRule>(() => item.Verify(TwoPeople, Given.SecondAtTheBench));
    }
}

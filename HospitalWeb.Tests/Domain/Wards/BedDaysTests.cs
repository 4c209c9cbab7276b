using HospitalWeb.Domain;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Wards;
using HospitalWeb.Tests.Support;

namespace HospitalWeb.Tests.Domain.Wards;

public sealed class BedDaysTests
{
    private readonly Ward ward = Given.AWard(2);
    private readonly Admission admission;

    public BedDaysTests() => admission = Given.AnAdmission(Patient.Register(new("Lovelace", "Ada"), Sex.Female, new(new(1985, 12, 10))), ward.Beds[0]);

    private static Stamp At(int days, int hours) => Given.OnTheWard with { At = Given.Now.AddDays(days).AddHours(hours) };

    private IReadOnlyList<BedDay> Due(int today) => BedDays.Due(admission, DateOnly.FromDateTime(Given.Now.UtcDateTime).AddDays(today), at => DateOnly.FromDateTime(at.UtcDateTime));

    [Fact]
    public void Who_comes_and_goes_on_one_day_has_one()
    {
        admission.DischargeTo(Destination.Home, "Well.", null, At(0, 5));

        Assert.Single(Due(today: 0));
        Assert.Single(Due(today: 30));
    }

    [Fact]
    public void The_day_of_leaving_is_free()
    {
        admission.DischargeTo(Destination.Home, "Well.", null, At(3, 1));

        Assert.Equal(3, Due(today: 3).Count);
    }

    [Fact]
    public void While_the_patient_stays_only_days_that_are_over_count_and_always_by_the_same_id()
    {
        Assert.Empty(Due(today: 0));

        var second = Due(today: 2);

        Assert.Equal(2, second.Count);
        Assert.Equal(Due(today: 1)[0].SourceId, second[0].SourceId);
        Assert.Equal(2, second.Select(d => d.SourceId).Distinct().Count());
    }

    [Fact]
    public void A_day_belongs_to_the_bed_in_which_the_patient_lies_as_it_ends()
    {
        admission.TransferTo(ward.Beds[1], At(1, 2));

        Assert.Equal(["1", "2"], Due(today: 2).Select(d => d.Stay.Bed.Label));
    }

    [Fact]
    public void A_cancelled_admission_costs_nothing()
    {
        admission.Cancel("Wrong patient", false, At(2, 0));

        Assert.Empty(Due(today: 5));
    }
}

using HospitalWeb.Domain;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Tests.Support;

namespace HospitalWeb.Tests.Domain.Patients;

public sealed class PatientFlagTests
{
    private static readonly Stamp Nora = Given.By("Nora");

    private readonly Patient patient = Given.Patient();

    private PatientFlag Raise(FlagKind kind, string? text = null, DateOnly? review = null) => PatientFlag.Raise(patient, kind, FlagLevel.Medium, text, review, Nora, Given.Today);

    private static string Refused(Action act) => Assert.Throws<BrokenRule>(act).Message;

    [Fact]
    public void One_of_a_kind_is_active_and_a_resolved_one_makes_room()
    {
        var first = Raise(FlagKind.Falls);

        Assert.Equal(PatientFlag.AlreadyActive, Refused(() => Raise(FlagKind.Falls)));
        first.Resolve("Walks safely again", Nora);
        Raise(FlagKind.Falls);

        Assert.Equal([false, true], patient.Flags.Select(f => f.IsActive));
    }

    [Fact]
    public void Infections_stand_side_by_side_each_organism_once()
    {
        Raise(FlagKind.Infection, "MRSA");
        Raise(FlagKind.Infection, "Clostridioides difficile");

        Assert.Equal(PatientFlag.AlreadyActive, Refused(() => Raise(FlagKind.Infection, "mrsa ")));
        Assert.Equal(2, patient.Flags.Count);
    }

    [Fact]
    public void An_infection_names_its_organism_and_another_flag_says_what_it_is()
    {
        Assert.Equal("Name the organism, or write that it is not yet known.", Refused(() => Raise(FlagKind.Infection, " ")));
        Assert.Equal("Say what there is to know.", Refused(() => Raise(FlagKind.Other)));
    }

    [Fact]
    public void The_review_lies_ahead_and_is_due_on_its_day()
    {
        Assert.Equal("The review date has passed.", Refused(() => Raise(FlagKind.Falls, review: Given.Today.AddDays(-1))));
        var flag = Raise(FlagKind.Falls, review: Given.Today.AddDays(7));

        Assert.False(flag.IsReviewDue(Given.Today.AddDays(6)));
        Assert.True(flag.IsReviewDue(Given.Today.AddDays(7)));
    }

    [Fact]
    public void A_flag_ends_once_and_with_a_reason()
    {
        var flag = Raise(FlagKind.Aggression);

        Assert.Equal("Say why this flag no longer holds.", Refused(() => flag.Resolve(" ", Nora)));
        flag.Resolve("Recorded for the wrong patient", Nora);

        Assert.Equal("This flag has already ended.", Refused(() => flag.Resolve("Again", Nora)));
        Assert.Equal(("Recorded for the wrong patient", Nora), (flag.ResolveReason, flag.Resolved));
    }
}

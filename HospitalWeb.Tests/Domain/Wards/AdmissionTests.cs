using HospitalWeb.Domain;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Wards;
using HospitalWeb.Tests.Support;

namespace HospitalWeb.Tests.Domain.Wards;

public sealed class AdmissionTests
{
    private static readonly Stamp Later = Given.OnTheWard with { At = Given.Now.AddHours(5) };
    private readonly Ward ward = Given.AWard(3);

    private static Patient APatient() => Patient.Register(new("Lovelace", "Ada"), Sex.Female, new(new(1985, 12, 10)));

    [Fact]
    public void Admitting_fills_the_bed_and_discharging_sends_it_to_cleaning()
    {
        var admission = Given.AnAdmission(APatient(), ward.Beds[0]);
        Assert.Equal(BedState.Occupied, ward.Beds[0].State);

        admission.DischargeTo(Destination.Home, " Recovered. ", null, Later);

        Assert.Equal(BedState.Cleaning, ward.Beds[0].State);
        Assert.Equal((false, "Recovered.", Later.At), (admission.IsOpen, admission.Discharge?.Summary, admission.Stays.Single().Until));
    }

    [Fact]
    public void A_transfer_leaves_no_gap_and_no_overlap()
    {
        var admission = Given.AnAdmission(APatient(), ward.Beds[0]);

        admission.TransferTo(ward.Beds[1], Later);

        Assert.Equal(admission.Stays[0].Until, admission.Stays[1].From);
        Assert.Equal((BedState.Cleaning, BedState.Occupied), (ward.Beds[0].State, ward.Beds[1].State));
    }

    [Fact]
    public void An_occupied_blocked_or_uncleaned_bed_takes_nobody()
    {
        Given.AnAdmission(APatient(), ward.Beds[0]);
        ward.Beds[1].Block("Broken rail", Given.OnTheWard);
        var leaver = Given.AnAdmission(APatient(), ward.Beds[2]);
        leaver.DischargeTo(Destination.Home, "Well.", null, Later);

        Assert.EndsWith("is occupied. Choose another bed.", Refusal(ward.Beds[0]), StringComparison.Ordinal);
        Assert.EndsWith("is blocked: Broken rail.", Refusal(ward.Beds[1]), StringComparison.Ordinal);
        Assert.EndsWith("Mark it cleaned first.", Refusal(ward.Beds[2]), StringComparison.Ordinal);

        static string Refusal(Bed bed) => Assert.Throws<BrokenRule>(() => Given.AnAdmission(APatient(), bed)).Message;
    }

    [Fact]
    public void After_discharge_nobody_moves_the_patient_or_discharges_again()
    {
        var admission = Given.AnAdmission(APatient(), ward.Beds[0]);
        admission.DischargeTo(Destination.Home, "Well.", null, Later);

        Assert.Throws<BrokenRule>(() => admission.TransferTo(ward.Beds[1], Later));
        Assert.Throws<BrokenRule>(() => admission.DischargeTo(Destination.Home, "Again.", null, Later));
        Assert.Throws<BrokenRule>(() => admission.Cancel("Mistake", false, Later));
    }

    [Fact]
    public void The_dead_are_not_admitted()
    {
        var patient = APatient();
        patient.Die(Given.Now.AddDays(-1));

        Assert.Throws<BrokenRule>(() => Given.AnAdmission(patient, ward.Beds[0]));
        Assert.Equal(BedState.Free, ward.Beds[0].State);
    }

    [Fact]
    public void An_open_item_holds_the_discharge_until_somebody_who_may_says_why()
    {
        Blocker[] open = [new("A note is still a draft.", null)];

        Assert.Null(DischargeGate.Pass([], mayOverride: false, null));
        Assert.Throws<BrokenRule>(() => DischargeGate.Pass(open, mayOverride: true, " "));
        Assert.Throws<BrokenRule>(() => DischargeGate.Pass(open, mayOverride: false, "Ambulance waits"));
        Assert.Equal("Ambulance waits (A note is still a draft.)", DischargeGate.Pass(open, mayOverride: true, "Ambulance waits"));
    }
}

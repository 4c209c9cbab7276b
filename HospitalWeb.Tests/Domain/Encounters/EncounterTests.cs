using HospitalWeb.Domain;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Domain.Scheduling;
using HospitalWeb.Tests.Support;

namespace HospitalWeb.Tests.Domain.Encounters;

public sealed class EncounterTests
{
    private static readonly CodedConcept Asthma = new(CodedConcept.Icd10Cm, "J45.909", "Unspecified asthma, uncomplicated");
    private static readonly CodedConcept Cough = new(CodedConcept.Icd10Cm, "R05.9", "Cough, unspecified");

    [Fact]
    public void A_visit_opened_at_check_in_knows_patient_doctor_complaint_and_rank()
    {
        var patient = Given.Patient();
        var doctor = Given.Doctor();
        var slot = new Slot(Given.Now, Given.Now.AddMinutes(30));
        var appointment = Appointment.Book(patient, doctor, slot, AppointmentReason.Emergency, "Cannot breathe", Given.By("Rita"));

        var visit = Encounter.OpenFor(appointment, Given.By("Rita"));

        Assert.Same(patient, visit.Patient);
        Assert.Same(doctor, visit.Practitioner);
        Assert.Equal((EncounterClass.Emergency, 2, "Cannot breathe"), (visit.Class, visit.Priority, visit.ChiefComplaint));
        Assert.True(visit.IsOpen);
        Assert.False(visit.IsTriaged);
    }

    [Fact]
    public void Triage_sets_the_rank_and_says_who()
    {
        var visit = Given.AVisit();

        visit.Triage(1, "Chest pain", Given.By("Nora"));

        Assert.Equal((1, "Chest pain", "Nora"), (visit.Priority, visit.ChiefComplaint, visit.TriagedBy));
    }

    [Theory, InlineData(0), InlineData(6)]
    public void Triage_knows_five_ranks(int rank) => Refuses("Choose a priority from 1 to 5.", () => Given.AVisit().Triage(rank, null, Given.By("Nora")));

    [Fact]
    public void The_first_diagnosis_is_the_primary_one_until_another_is_made_so()
    {
        var visit = Given.AVisit();

        var first = visit.Diagnose(Asthma, DiagnosisCertainty.Confirmed, asPrimary: false, Given.By("Dr Lee"));
        var second = visit.Diagnose(Cough, DiagnosisCertainty.Suspected, asPrimary: true, Given.By("Dr Lee"));

        Assert.Equal((DiagnosisRank.Secondary, DiagnosisRank.Primary), (first.Rank, second.Rank));
    }

    [Fact]
    public void The_same_diagnosis_is_recorded_once_unless_it_was_removed()
    {
        var visit = Given.AVisit();
        var diagnosis = visit.Diagnose(Asthma, DiagnosisCertainty.Confirmed, asPrimary: true, Given.By("Dr Lee"));

        Refuses("J45.909 is already a diagnosis of this visit.", () => visit.Diagnose(Asthma, DiagnosisCertainty.Suspected, asPrimary: false, Given.By("Dr Lee")));
        Refuses("Give the reason for removing the diagnosis.", () => diagnosis.Void(" ", Given.By("Dr Lee")));
        diagnosis.Void("Wrong patient", Given.By("Dr Lee"));

        Assert.True(visit.Diagnose(Asthma, DiagnosisCertainty.Suspected, asPrimary: false, Given.By("Dr Lee")).IsCurrent);
    }

    [Fact]
    public void A_visit_with_a_draft_note_cannot_be_completed() =>
        Refuses("A note of this visit is still a draft. Sign it or discard it first.", () => Given.AVisit().Complete(hasDraftNotes: true, Given.By("Dr Lee")));

    [Fact]
    public void A_completed_visit_takes_nothing_more()
    {
        var visit = Given.AVisit();
        visit.Complete(hasDraftNotes: false, Given.By("Dr Lee"));

        Refuses("This visit is completed. Amend its note instead.", () => visit.Triage(2, null, Given.By("Nora")));
        Refuses("This visit is completed. Amend its note instead.", () => visit.Diagnose(Asthma, DiagnosisCertainty.Confirmed, asPrimary: true, Given.By("Dr Lee")));
        Refuses("This visit is completed. Amend its note instead.", () => visit.Complete(hasDraftNotes: false, Given.By("Dr Lee")));
    }

    [Fact]
    public void A_visit_is_cancelled_with_a_reason_and_not_once_a_note_is_signed()
    {
        Refuses("Give the reason for cancelling the visit.", () => Given.AVisit().Cancel("", hasSignedNotes: false, Given.By("Dr Lee")));
        Refuses("A visit with a signed note cannot be cancelled. Complete it instead.", () => Given.AVisit().Cancel("Left", hasSignedNotes: true, Given.By("Dr Lee")));
    }

    private static void Refuses(string sentence, Action act) => Assert.Equal(sentence, Assert.Throws<BrokenRule>(act).Message);
}

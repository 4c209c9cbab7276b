using HospitalWeb.Domain;
using HospitalWeb.Domain.DrugSafety;
using HospitalWeb.Domain.Prescribing;
using HospitalWeb.Domain.Staff;
using HospitalWeb.Tests.Support;

namespace HospitalWeb.Tests.Domain.Prescribing;

public sealed class PrescriptionTests
{
    private readonly Practitioner doctor = Given.Doctor();

    [Fact]
    public void Amoxicillin_for_a_patient_allergic_to_penicillin_is_refused_whatever_the_note_says()
    {
        var draft = Given.Draft(Given.Allergic(Given.Allergy("Penicillin")), doctor, Given.Amoxicillin());

        var refused = Assert.Throws<BrokenRule>(() => Sign(draft, note: "Patient allergic to penicillin - verified safe alternative prescribed"));

        Assert.StartsWith("Stop: penicillin allergy.", refused.Message, StringComparison.Ordinal);
        Assert.True(draft.IsDraft);
    }

    [Fact]
    public void A_coded_reason_lets_the_doctor_go_on_and_stays_with_the_medicine()
    {
        var draft = Given.Draft(Given.Allergic(Given.Allergy("Penicillin")), doctor, Given.Amoxicillin());
        Overrule(draft, OverrideReason.ToleratedBefore);

        Sign(draft);

        var kept = draft.Items[0].Override!;
        Assert.Equal((PrescriptionStatus.Signed, OverrideReason.ToleratedBefore, "2026-11.test", "Dr A Patel"), (draft.Status, kept.Reason, kept.RuleVersion, kept.By.Name));
        Assert.StartsWith("Stop: penicillin allergy", Assert.Single(kept.Alerts), StringComparison.Ordinal);
        Assert.Equal("tolerated before", kept.Words);
    }

    [Fact]
    public void A_reason_given_before_does_not_cover_a_new_allergy()
    {
        var patient = Given.Allergic(Given.Allergy("Penicillin"));
        var draft = Given.Draft(patient, doctor, Given.Amoxicillin());
        Overrule(draft, OverrideReason.ToleratedBefore);
        patient.RecordAllergy(Given.Allergy("Amoxil", "Anaphylaxis"));

        Assert.Throws<BrokenRule>(() => Sign(draft));
    }

    [Fact]
    public void Other_needs_its_words_and_a_reason_is_never_assumed()
    {
        var draft = Given.Draft(Given.Allergic(Given.Allergy("Penicillin")), doctor, Given.Amoxicillin());

        Assert.Equal("Choose the reason for going on.", Assert.Throws<BrokenRule>(() => Overrule(draft, null)).Message);
        Assert.Equal("Write the reason for going on.", Assert.Throws<BrokenRule>(() => Overrule(draft, OverrideReason.Other)).Message);
    }

    [Fact]
    public void A_signed_prescription_does_not_change()
    {
        var signed = Given.Signed(Given.NotAllergic(), doctor, Given.Amoxicillin());

        Assert.Throws<BrokenRule>(() => signed.Add(Given.Medication(), Given.Line(Given.Medication()), 0, null));
        Assert.Throws<BrokenRule>(() => signed.Remove(signed.Items[0]));
        Assert.Throws<BrokenRule>(() => Sign(signed));
    }

    [Fact]
    public void Without_a_licence_in_force_nobody_signs()
    {
        doctor.RenewLicence(Given.Today.AddDays(-1));

        Assert.Equal("Your licence is missing or has expired. You cannot sign prescriptions.", Assert.Throws<BrokenRule>(() => Sign(Given.Draft(Given.NotAllergic(), doctor, Given.Amoxicillin()))).Message);
    }

    [Fact]
    public void A_nurse_does_not_sign() =>
        Assert.Throws<BrokenRule>(() => Sign(Given.Draft(Given.NotAllergic(), Given.Practitioner(Profession.Nurse), Given.Amoxicillin())));

    [Fact]
    public void Nothing_is_prescribed_for_the_dead()
    {
        var patient = Given.NotAllergic();
        patient.Die(Given.Now);

        Assert.Throws<BrokenRule>(() => Given.Draft(patient, doctor, Given.Amoxicillin()));
    }

    [Fact]
    public void Without_drug_knowledge_the_doctor_promises_to_have_checked_and_the_order_says_not_checked()
    {
        var patient = Given.Allergic(Given.Allergy("Penicillin"));
        var draft = Given.Draft(patient, doctor, Given.Amoxicillin());

        Assert.Throws<BrokenRule>(() => draft.Sign(Given.CheckFor(patient, DrugReference.Empty), false, DispenseUrgency.Routine, null, Given.DrPatel, Given.Today));
        draft.Sign(Given.CheckFor(patient, DrugReference.Empty), true, DispenseUrgency.Routine, null, Given.DrPatel, Given.Today);

        Assert.Equal((CheckState.NotChecked, Given.DrPatel), (draft.Items[0].Check, draft.CheckedByHand));
    }

    [Fact]
    public void An_allergy_that_cannot_be_read_asks_for_a_check_by_hand()
    {
        var draft = Given.Draft(Given.Allergic(Given.Allergy("pencilin tabs")), doctor, Given.Medication());

        Assert.Throws<BrokenRule>(() => Sign(draft));
        Sign(draft, byHand: true);

        Assert.Equal(CheckState.Checked, draft.Items[0].Check);
    }

    [Fact]
    public void The_same_ingredient_twice_is_a_warning()
    {
        var patient = Given.NotAllergic();
        var draft = Given.Draft(patient, doctor, Given.Medication("paracetamol"), Given.Medication("co-codamol", null, "paracetamol", "codeine"));

        var alert = Assert.Single(Given.CheckFor(patient).For(draft, draft.Items[1]));

        Assert.Equal((AlertTier.Warning, "duplicate ingredient paracetamol"), (alert.Tier, alert.Hazard));
    }

    [Fact]
    public void The_same_ingredient_already_taken_is_a_warning_but_not_when_it_is_replaced()
    {
        var patient = Given.NotAllergic();
        var draft = Given.Draft(patient, doctor, Given.Amoxicillin());
        var imported = new ActiveMedicine(Guid.NewGuid(), new MedicineLine { Generic = "Amoxicillin 250 MG Oral Capsule" }, []);

        Assert.Single(Given.CheckFor(patient, null, imported).For(draft, draft.Items[0]));
        Assert.Empty(Given.CheckFor(patient, null, imported with { PrescriptionId = draft.Id }).For(draft, draft.Items[0]));
    }

    [Fact]
    public void Cancelled_it_can_be_written_again_and_the_new_one_names_the_old()
    {
        var signed = Given.Signed(Given.NotAllergic(), doctor, Given.Amoxicillin());
        signed.Cancel("Dose too low.", Given.DrPatel);

        var again = signed.WriteAgain(doctor, Given.Now);

        Assert.Equal((signed.Id, PrescriptionStatus.Draft, 1), (again.ReplacesId, again.Status, again.Items.Count));
        Assert.NotEqual(signed.VerificationCode, again.VerificationCode);
        Assert.Throws<BrokenRule>(() => signed.Cancel("Again.", Given.DrPatel));
    }

    private static void Overrule(Prescription draft, OverrideReason? reason) =>
        draft.Overrule(draft.Items[0], AlertOverride.Of(reason, null, Given.CheckFor(draft.Patient).For(draft, draft.Items[0]), Given.DrugReference.Version, Given.DrPatel));

    private static void Sign(Prescription draft, bool byHand = false, string? note = null) =>
        draft.Sign(Given.CheckFor(draft.Patient), byHand, DispenseUrgency.Routine, note, Given.DrPatel, Given.Today);
}

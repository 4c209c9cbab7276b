using HospitalWeb.Domain;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Domain.Staff;
using HospitalWeb.Tests.Support;

namespace HospitalWeb.Tests.Domain.Encounters;

public sealed class ClinicalNoteTests
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(Given.Now.UtcDateTime);
    private readonly Stamp me = Given.By("Dr Lee");
    private readonly Practitioner doctor = Given.Doctor();

    [Fact]
    public void A_note_begins_with_the_complaint_of_the_visit() => Assert.Equal("Cough", ClinicalNote.Begin(Given.AVisit(), me).Content.Subjective.ChiefComplaint);

    [Fact]
    public void A_signed_note_is_frozen()
    {
        var note = Signed();

        Assert.Equal(NoteStatus.Signed, note.Status);
        Assert.Equal(64, note.Hash!.Length);
        Refuses("This note is signed and cannot be changed. Amend it instead.", () => note.Write(Given.ASoapNote("Other"), me));
        Refuses("This note is already signed.", () => note.Sign(doctor, Today, me));
    }

    [Fact]
    public void An_amendment_leaves_the_original_readable()
    {
        var note = Signed();

        note.Amend(Given.ASoapNote("Pneumonia"), "Film seen", doctor, Today, me);
        note.Amend(Given.ASoapNote("Pleurisy"), "Second opinion", doctor, Today, me);

        Assert.Equal(("Bronchitis", "Pleurisy", NoteStatus.Amended), (note.Content.Assessment.Impression, note.Current.Assessment.Impression, note.Status));
        Assert.Equal([1, 2], note.Amendments.Select(a => a.Number));
    }

    [Fact]
    public void An_amendment_needs_a_reason_and_a_change()
    {
        var note = Signed();

        Refuses("Give the reason for the amendment.", () => note.Amend(Given.ASoapNote("Pneumonia"), " ", doctor, Today, me));
        Refuses("Nothing was changed.", () => note.Amend(Given.ASoapNote(), "No reason", doctor, Today, me));
    }

    [Fact]
    public void Nobody_writes_signs_or_amends_for_the_author()
    {
        var other = Given.By("Dr Other");
        var draft = ClinicalNote.Begin(Given.AVisit(), me);

        Refuses("Only Dr Lee can write in this note.", () => draft.Write(Given.ASoapNote(), other));
        Refuses("Only Dr Lee can write in this note.", () => draft.Sign(doctor, Today, other));
        Refuses("Only Dr Lee can write in this note.", () => Signed().Amend(Given.ASoapNote("X"), "Y", doctor, Today, other));
    }

    [Fact]
    public void An_expired_licence_cannot_sign()
    {
        var note = ClinicalNote.Begin(Given.AVisit(), me);
        note.Write(Given.ASoapNote(), me);
        doctor.RenewLicence(Today.AddDays(-1));

        Refuses("Only a doctor with a valid licence can sign. Ask the administrator to check yours.", () => note.Sign(doctor, Today, me));
    }

    [Fact]
    public void A_note_without_an_assessment_cannot_be_signed() =>
        Refuses("Write the assessment before signing.", () => ClinicalNote.Begin(Given.AVisit(), me).Sign(doctor, Today, me));

    [Fact]
    public void Each_hash_covers_content_signature_and_the_version_before()
    {
        var (visit, text) = (Guid.NewGuid(), Given.ASoapNote());
        var hash = NoteHash.Of(visit, text, me, former: null);

        Assert.Equal(hash, NoteHash.Of(visit, text with { }, me, former: null));
        Assert.NotEqual(hash, NoteHash.Of(visit, Given.ASoapNote("Other"), me, former: null));
        Assert.NotEqual(hash, NoteHash.Of(visit, text, Given.By("Dr Other"), former: null));
        Assert.NotEqual(hash, NoteHash.Of(visit, text, me, former: hash));
    }

    private ClinicalNote Signed()
    {
        var note = ClinicalNote.Begin(Given.AVisit(), me);
        note.Write(Given.ASoapNote(), me);
        note.Sign(doctor, Today, me);
        return note;
    }

    private static void Refuses(string sentence, Action act) => Assert.Equal(sentence, Assert.Throws<BrokenRule>(act).Message);
}

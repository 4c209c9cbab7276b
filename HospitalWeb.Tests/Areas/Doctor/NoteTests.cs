using System.Net;
using HospitalWeb.Data.Audit;
using HospitalWeb.Data.Encounters;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Domain.Staff;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Areas.Doctor;

public sealed class NoteTests(HospitalApp app) : PageTest(app)
{
    private static readonly (string, string)[] Text =
    [
        ("Input.ChiefComplaint", "Cough"), ("Input.History", "Three days.\r\nNo fever."), ("Input.Examination", "Chest clear."), ("Input.Impression", "Bronchitis"), ("Input.Treatment", "Rest."),
        ("Input.Advice", "Drink a lot."), ("Input.FollowUpOn", "+2w"),
    ];

    private readonly Practitioner doctor = Given.Doctor();

    [Fact]
    public async Task A_doctor_writes_a_draft_signs_it_and_reads_it_frozen()
    {
        var visit = await AVisit();
        var form = await Me().Open(NotePath(visit));
        Assert.Equal("Cough", form.Document.QuerySelector("[name='Input.ChiefComplaint']")!.TextContent.Trim());

        var saved = await form.Submit(Text);
        Assert.Equal("Draft saved. Nobody but you sees it until you sign it.", saved.Notice);
        var note = await TheNote(visit);
        var signed = await (await Me().Open($"{Path(visit)}/notes/{note.Id}/sign")).Submit();

        Assert.Equal("The note is signed. From now on it can only be amended.", signed.Notice);
        note = await TheNote(visit);
        Assert.Equal((NoteStatus.Signed, "Three days.\nNo fever.", new DateOnly(2026, 3, 16)), (note.Status, note.Content.Subjective.History, note.Content.Plan.FollowUp.On!.Value));
        Assert.Equal(NoteHash.Of(visit.Id, note.Content, note.Signed!, former: null), note.Hash);
    }

    [Fact]
    public async Task What_is_missing_is_said_at_signing_and_the_draft_stays()
    {
        var visit = await AVisit();
        await (await Me().Open(NotePath(visit))).Submit(("Input.History", "Three days"));
        var note = await TheNote(visit);

        var refused = await (await Me().Open($"{Path(visit)}/notes/{note.Id}/sign")).Submit();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Write the assessment before signing.", refused.Errors);
        Assert.True((await TheNote(visit)).IsDraft);
    }

    [Fact]
    public async Task Without_a_licence_or_a_practitioner_nobody_signs()
    {
        var visit = await AVisit();
        var draft = await ADraft(visit);
        await App.UsingDb(db => db.Set<Practitioner>().Where(p => p.Id == doctor.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.LicenceExpiresOn, new DateOnly(2026, 3, 1))));

        var expired = await (await Me().Open($"{Path(visit)}/notes/{draft.Id}/sign")).Submit();
        var nobody = await (await As(Role.Doctor).Open($"{Path(visit)}/notes/{draft.Id}/sign")).Submit();

        Assert.Contains("Only a doctor with a valid licence can sign.", expired.Errors);
        Assert.Contains("Your account belongs to no practitioner.", nobody.Errors);
    }

    [Fact]
    public async Task A_signed_note_takes_no_forged_form()
    {
        var visit = await AVisit();
        var draft = await ADraft(visit);
        var (write, sign, discard) = (await Me().Open(NotePath(visit)), await Me().Open($"{Path(visit)}/notes/{draft.Id}/sign"), await Me().Open($"{Path(visit)}/notes/{draft.Id}/discard"));
        await sign.Submit();
        var before = await TheNote(visit);

        await write.Submit(("Input.Impression", "Forged"));
        var again = await (await Me().Open($"{Path(visit)}/notes/{draft.Id}/sign")).Submit();
        var thrown = await discard.Submit();

        Assert.Contains("This note is already signed.", again.Errors);
        Assert.Contains("This note is signed and cannot be discarded.", thrown.Errors);
        var after = await App.UsingDb(db => db.ClinicalNotes.SingleAsync(n => n.Id == draft.Id));
        Assert.Equal((before.Hash, before.Content), (after.Hash, after.Content));
    }

    [Fact]
    public async Task An_amendment_needs_a_reason_and_leaves_the_original_readable()
    {
        var visit = await AVisit();
        var note = await ASigned(visit);
        var form = await Me().Open($"{Path(visit)}/notes/{note.Id}/amend");

        Assert.Contains("Give the reason for the amendment.", (await form.Submit(("Input.Impression", "Pneumonia"))).Errors);
        Assert.Contains("Nothing was changed.", (await form.Submit(("Reason", "None"))).Errors);
        var page = await form.Submit(("Input.Impression", "Pneumonia"), ("Reason", "Film seen"));

        Assert.Contains("Reason: Film seen", page.Main);
        Assert.Contains("Pneumonia", page.Texts("section.hw-card")[0]);
        Assert.Contains("Bronchitis", page.Texts("section.hw-card")[1]);
    }

    [Fact]
    public async Task Nobody_amends_for_another_and_nobody_sees_anothers_draft()
    {
        var visit = await AVisit();
        var note = await ASigned(visit);
        var other = As(Role.Doctor, practitioner: doctor.Id, account: Guid.NewGuid());

        var refused = await (await other.Open($"{Path(visit)}/notes/{note.Id}/amend")).Submit(("Input.Impression", "Mine"), ("Reason", "Mine"));
        var unseen = await ADraft(await AVisit());

        Assert.Contains("Only Test Doctor can write in this note.", refused.Errors);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Open($"/doctor/patients/{unseen.Encounter.PatientId}/notes/{unseen.Id}")).Status);
    }

    [Fact]
    public async Task A_save_over_a_newer_draft_is_refused_and_keeps_what_was_typed()
    {
        var visit = await AVisit();
        await ADraft(visit);
        var (one, two) = (await Me().Open(NotePath(visit)), await Me().Open(NotePath(visit)));
        await one.Submit(("Input.History", "From the first tab"));

        var refused = await two.Submit(("Input.History", "From the second tab"));

        Assert.Contains("Somebody else changed this record meanwhile.", refused.Errors);
        Assert.Equal("From the second tab", refused.Document.QuerySelector("[name='Input.History']")!.TextContent.Trim());
        Assert.Equal("From the first tab", (await TheNote(visit)).Content.Subjective.History);
    }

    [Fact]
    public async Task A_draft_can_be_discarded_by_its_author()
    {
        var visit = await AVisit();
        var draft = await ADraft(visit);

        await (await Me().Open($"{Path(visit)}/notes/{draft.Id}/discard")).Submit();

        Assert.False(await App.UsingDb(db => db.ClinicalNotes.AnyAsync(n => n.Id == draft.Id)));
    }

    [Fact]
    public async Task Another_patients_note_is_not_found()
    {
        var (visit, other) = (await AVisit(), await AVisit());
        var note = await ASigned(visit);

        foreach (var page in new[] { "", "/sign", "/amend", "/discard" })
            Assert.Equal(HttpStatusCode.NotFound, (await Me().Open($"{Path(other)}/notes/{note.Id}{page}")).Status);
    }

    [Fact]
    public async Task A_sealed_note_is_not_there_without_a_right_to_it()
    {
        var visit = await AVisit();
        var note = await ASigned(visit);
        var (mine, chart, seen) = ($"{Path(visit)}/notes/{note.Id}", Path(visit), $"{Path(visit)}/visits/{visit.Id}");
        var other = As(Role.Doctor, account: Guid.NewGuid());
        Assert.Contains("Note by Test Doctor", (await other.Open(seen)).Main);
        Assert.Contains($"/notes/{note.Id}", (await other.Open(chart)).Document.QuerySelector("main")!.InnerHtml);

        Assert.Contains("Say why the note is sealed.", (await (await Me().Open($"{mine}/seal")).Submit(("Reason", " "))).Errors);
        var notMine = await (await other.Open($"{mine}/seal")).Submit(("Reason", "Curious"));
        var done = await (await Me().Open($"{mine}/seal")).Submit(("Reason", "Told in confidence"));

        Assert.Contains("Only Test Doctor can write in this note.", notMine.Errors);
        Assert.Contains("Told in confidence", done.Main);
        foreach (var page in new[] { "", "/amend", "/seal" }) Assert.Equal(HttpStatusCode.NotFound, (await other.Open(mine + page)).Status);
        Assert.DoesNotContain("Note by Test Doctor", (await other.Open(seen)).Main);
        Assert.DoesNotContain($"/notes/{note.Id}", (await other.Open(chart)).Document.QuerySelector("main")!.InnerHtml);

        await App.GrantAsync(Permission.SeeSealedNotes, true, Role.Doctor);
        var byRight = await other.Open(mine);
        var opened = await (await other.Open($"{mine}/seal")).Submit();
        await App.GrantAsync(Permission.SeeSealedNotes, false, Role.Doctor);

        Assert.Contains("Bronchitis", byRight.Main);
        Assert.Contains("Sealed note.", await App.UsingDb(db => db.AuditEntries.Where(e => e.EntityId == note.Id.ToString() && e.Reason != null).Select(e => e.Reason).ToListAsync()));
        Assert.StartsWith("The seal is open.", opened.Notice, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await other.Open(mine)).Status);
    }

    private Browser Me() => As(Role.Doctor, practitioner: doctor.Id);

    private static string Path(Encounter visit) => $"/doctor/patients/{visit.PatientId}";

    private static string NotePath(Encounter visit) => $"{Path(visit)}/visits/{visit.Id}/note";

    private async Task<Encounter> AVisit()
    {
        var visit = Given.AVisit(doctor: doctor);
        await App.UsingDb(async db =>
        {
            if (await db.Set<Practitioner>().AnyAsync(p => p.Id == doctor.Id)) db.Attach(doctor);
            db.Add(visit);
            await db.SaveChangesAsync();
        });
        return visit;
    }

    private async Task<ClinicalNote> ADraft(Encounter visit)
    {
        await (await Me().Open(NotePath(visit))).Submit(Text);
        return await TheNote(visit);
    }

    private async Task<ClinicalNote> ASigned(Encounter visit)
    {
        var draft = await ADraft(visit);
        await (await Me().Open($"{Path(visit)}/notes/{draft.Id}/sign")).Submit();
        return await TheNote(visit);
    }

    private Task<ClinicalNote> TheNote(Encounter visit) => App.UsingDb(db => db.ClinicalNotes.Include(n => n.Encounter).Include(n => n.Amendments).OrderBy(n => n.Status).FirstAsync(n => n.EncounterId == visit.Id));
}

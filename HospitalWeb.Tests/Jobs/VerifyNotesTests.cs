using HospitalWeb.Data.Audit;
using HospitalWeb.Data.Mail;
using HospitalWeb.Data.Notifications;
using HospitalWeb.Domain.Audit;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Jobs;
using HospitalWeb.Security;
using HospitalWeb.Tests.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Jobs;

public sealed class VerifyNotesTests(TestServer server) : AccountTest(new HospitalApp(server)), IAsyncLifetime
{
    private ClinicalNote whole = null!, changed = null!;

    public async ValueTask InitializeAsync()
    {
        await App.InitializeAsync();
        await AnAccount(Role.Admin);
        (whole, changed) = (await ANote(), await ANote());
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    [Fact]
    public async Task Notes_that_read_as_they_were_signed_alarm_nobody()
    {
        await App.Save(ClinicalNote.Begin(Given.AVisit(), Given.By("Dr Lee")));

        await App.Run<VerifyNotes>();

        Assert.Empty(await FoundAsync());
        Assert.False(await App.UsingDb(db => db.Notifications.AnyAsync()));
        Assert.DoesNotContain("Not as signed", (await Read(whole)).Main, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ClinicalNote", "\"Signed_Name\" = 'Dr Else'")]
    [InlineData("ClinicalNote", "\"Signed_At\" = '2020-01-01T00:00:00Z'")]
    [InlineData("ClinicalNote", "\"Signed_AccountId\" = '11111111-1111-1111-1111-111111111111'")]
    [InlineData("ClinicalNote", "\"Status\" = 'Draft'")]
    [InlineData("ClinicalNote", "\"Hash\" = NULL")]
    [InlineData("NoteAmendment", "\"Signed_Name\" = 'Dr Else'")]
    [InlineData("NoteAmendment", "\"Number\" = \"Number\" + 7")]
    public async Task One_that_was_changed_is_found_by_the_job_and_its_reader_is_warned(string table, string forgery)
    {
        await App.PastGuardsAsync(table, $"UPDATE \"{table}\" SET {forgery} WHERE \"{(table == "ClinicalNote" ? "Id" : "NoteId")}\" = '{changed.Id}'");

        await Assert.ThrowsAsync<InvalidDataException>(() => App.Run<VerifyNotes>());

        var entry = Assert.Single(await FoundAsync());
        Assert.Equal(("ClinicalNote.Hash", changed.Id.ToString(), AuditSeverity.Serious), (entry.EntityType, entry.EntityId, entry.Severity));
        Assert.Single(await App.UsingDb(db => db.OutgoingMails.Where(m => m.Key.StartsWith("notes/")).ToListAsync()));
        var page = await Read(changed);
        Assert.Contains("Not as signed", page.Errors, StringComparison.Ordinal);
        await App.Settled();
        Assert.Equal(2, (await FoundAsync()).Count);
        // Once a day is enough.
        Assert.Single(await App.UsingDb(db => db.OutgoingMails.Where(m => m.Key.StartsWith("notes/")).ToListAsync()));
    }

    private Task<Browser.Page> Read(ClinicalNote note) => As(Role.Doctor, account: note.Author.AccountId).Open($"/doctor/patients/{note.Encounter.PatientId}/notes/{note.Id}");

    private async Task<ClinicalNote> ANote()
    {
        var (visit, by, doctor, today) = (Given.AVisit(), Given.By("Dr Lee"), Given.Doctor(), DateOnly.FromDateTime(Given.Now.Date));
        return await App.UsingDb(async db =>
        {
            // What is signed names the visit, which has its id from here on.
            db.Add(visit);
            var note = ClinicalNote.Begin(visit, by);
            db.Add(note);
            note.Write(Given.ASoapNote(), by);
            note.Sign(doctor, today, by);
            note.Amend(Given.ASoapNote("Pneumonia"), "Film seen", doctor, today, by);
            note.Amend(Given.ASoapNote("Pleurisy"), "Second opinion", doctor, today, by);
            await db.SaveChangesAsync();
            return note;
        });
    }

    private Task<List<AuditEntry>> FoundAsync() => App.UsingDb(db => db.AuditEntries.AsNoTracking().Where(e => e.Action == AuditAction.Tampered).OrderBy(e => e.Sequence).ToListAsync());
}

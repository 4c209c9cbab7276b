using HospitalWeb.Data.Encounters;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Data;

public sealed class NoteGuardTests(HospitalApp app) : IClassFixture<HospitalApp>
{
    [Theory]
    [InlineData("UPDATE \"ClinicalNote\" SET \"Content\" = '{{}}'")]
    [InlineData("UPDATE \"ClinicalNote\" SET \"Hash\" = NULL")]
    [InlineData("UPDATE \"ClinicalNote\" SET \"Signed_Name\" = 'Somebody else'")]
    [InlineData("UPDATE \"ClinicalNote\" SET \"Status\" = 'Draft'")]
    [InlineData("DELETE FROM \"ClinicalNote\"")]
    [InlineData("UPDATE \"NoteAmendment\" SET \"Reason\" = 'None'")]
    [InlineData("DELETE FROM \"NoteAmendment\"")]
    public async Task The_database_refuses_to_change_what_was_signed(string forgery)
    {
        var (visit, by, doctor, today) = (Given.AVisit(), Given.By("Dr Lee"), Given.Doctor(), DateOnly.FromDateTime(Given.Now.Date));
        var note = ClinicalNote.Begin(visit, by);
        note.Write(Given.ASoapNote(), by);
        note.Sign(doctor, today, by);
        note.Amend(Given.ASoapNote("Pneumonia"), "Film seen", doctor, today, by);
        await app.Save(note);

        var refused = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => app.UsingDb(db => db.Database.ExecuteSqlRawAsync(forgery)));

        Assert.Contains("stays as it was signed", refused.Message);
    }

    [Fact]
    public async Task A_draft_may_be_changed_and_deleted()
    {
        var note = ClinicalNote.Begin(Given.AVisit(), Given.By("Dr Lee"));
        await app.Save(note);

        Assert.Equal(1, await app.UsingDb(db => db.ClinicalNotes.Where(n => n.Id == note.Id).ExecuteDeleteAsync()));
    }
}

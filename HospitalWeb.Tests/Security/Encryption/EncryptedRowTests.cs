using HospitalWeb.Audit;
using HospitalWeb.Data;
using HospitalWeb.Data.Audit;
using HospitalWeb.Data.Encounters;
using HospitalWeb.Data.Patients;
using HospitalWeb.Data.Scheduling;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Security.Encryption;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Security.Encryption;

public sealed class EncryptedRowTests(HospitalApp app) : IClassFixture<HospitalApp>
{
    [Fact]
    public async Task The_database_holds_no_text_and_the_program_reads_it()
    {
        var note = Note("Secret fever");
        await app.Save(note);

        Assert.DoesNotContain("Secret fever", await app.RawAsync($"SELECT \"Content\"::text FROM \"ClinicalNote\" WHERE \"Id\" = '{note.Id}'"), StringComparison.Ordinal);
        Assert.Equal("Secret fever", (await app.UsingDb(db => db.ClinicalNotes.AsNoTracking().SingleAsync(n => n.Id == note.Id))).Content.Assessment.Impression);
        Assert.Equal("Secret fever", await app.UsingDb(db => db.ClinicalNotes.Where(n => n.Id == note.Id).Select(n => n.Content.Assessment.Impression).SingleAsync()));
    }

    [Fact]
    public async Task What_was_not_changed_is_not_written_again()
    {
        var patient = Patient("one@example.org");
        await app.Save(patient);
        var before = await EmailAsync(patient);

        await app.UsingDb(async db =>
        {
            var known = await db.Patients.WithSearchTerms().SingleAsync(p => p.Id == patient.Id);
            known.Language = "Welsh";
            await db.SaveChangesAsync();
        });

        Assert.Equal(before, await EmailAsync(patient));
    }

    [Fact]
    public async Task A_text_of_another_row_is_refused_and_found()
    {
        var (one, two) = (Patient("one@example.org"), Patient("two@example.org"));
        var (first, second) = (Note("First"), Note("Second"));
        await app.Save(one, two, first, second);
        await app.RunRawAsync($"UPDATE \"Patient\" SET \"Email\" = '{await EmailAsync(one)}' WHERE \"Id\" = '{two.Id}'");
        await app.RunRawAsync($"UPDATE \"ClinicalNote\" SET \"Content\" = (SELECT \"Content\" FROM \"ClinicalNote\" WHERE \"Id\" = '{first.Id}') WHERE \"Id\" = '{second.Id}'");

        await Assert.ThrowsAsync<FieldTampered>(() => app.UsingDb(db => db.Patients.SingleAsync(p => p.Id == two.Id)));
        await Assert.ThrowsAsync<FieldTampered>(() => app.UsingDb(db => db.Patients.AsNoTracking().SingleAsync(p => p.Id == two.Id)));
        await Assert.ThrowsAsync<FieldTampered>(() => app.UsingDb(db => db.ClinicalNotes.SingleAsync(n => n.Id == second.Id)));
        var (_, faults) = await CheckAsync();
        Assert.Contains(faults, fault => (fault.Place, fault.Row) == ("Patient.Email", two.Id));
        Assert.Contains(faults, fault => (fault.Place, fault.Row) == ("ClinicalNote.Content", second.Id));
    }

    [Fact]
    public async Task A_text_of_another_row_is_refused_in_whatever_a_query_selects()
    {
        var (one, two) = (Patient("one@example.org"), Patient("two@example.org"));
        foreach (var patient in new[] { one, two })
        {
            patient.Reach(null, patient.Email, new() { City = "Leeds" });
            patient.NameContacts([new() { Name = "Aunt" }]);
        }
        var (first, second) = (Note("First"), Note("Second"));
        await app.Save(one, two, first, second, Given.Appointment(two, Given.Doctor()));
        foreach (var column in new[] { "Email", "Address", "Contacts" }) await app.RunRawAsync($"UPDATE \"Patient\" SET \"{column}\" = (SELECT \"{column}\" FROM \"Patient\" WHERE \"Id\" = '{one.Id}') WHERE \"Id\" = '{two.Id}'");
        await app.RunRawAsync($"UPDATE \"ClinicalNote\" SET \"Content\" = (SELECT \"Content\" FROM \"ClinicalNote\" WHERE \"Id\" = '{first.Id}') WHERE \"Id\" = '{second.Id}'");

        await Moved(db => db.Patients.Where(p => p.Id == two.Id).Select(p => p.Email).SingleAsync());
        await Moved(db => db.Patients.Where(p => p.Id == two.Id).OrderBy(p => p.ListName).Select(p => new { p.FamilyName, Mail = p.Email }).Take(1).ToListAsync());
        await Moved(db => db.Patients.Where(p => p.Id == two.Id).Select(p => new { p.Address }).SingleAsync());
        await Moved(db => db.Patients.Where(p => p.Id == two.Id).Select(p => p.Address.City).SingleAsync());
        await Moved(db => db.Patients.Where(p => p.Id == two.Id).Select(p => new { p.Contacts }).SingleAsync());
        await Moved(db => db.Appointments.Where(a => a.PatientId == two.Id).Select(a => new { a.StartsAt, Mail = a.Patient.DiedAt == null ? a.Patient.Email : null }).SingleAsync());
        await Moved(db => db.ClinicalNotes.Where(n => n.Id == second.Id).Select(n => n.Content.Assessment.Impression).SingleAsync());
        await Moved(db => db.ClinicalNotes.Where(n => n.Id == second.Id).Select(n => new { n.Content.Assessment }).SingleAsync());
        Assert.Equal("one@example.org", await app.UsingDb(db => db.Patients.Where(p => p.Id == one.Id).Select(p => p.Email).SingleAsync()));

        Task Moved<T>(Func<HospitalContext, Task<T>> query) => Assert.ThrowsAsync<FieldTampered>(() => app.UsingDb(query));
    }

    [Fact]
    public async Task One_text_in_two_rows_is_bound_to_each()
    {
        const string Same = "same@example.org";
        var (one, two) = (Patient(Same), Patient(Same));

        await app.Save(one, two);

        Assert.Equal([Same, Same], (await app.UsingDb(db => db.Patients.Where(p => p.Id == one.Id || p.Id == two.Id).AsNoTracking().ToListAsync())).Select(p => p.Email));
    }

    [Fact]
    public async Task A_query_that_would_work_on_ciphertext_is_refused()
    {
        var sought = "one@example.org";
        await Refused(db => db.Patients.Where(p => p.Email == sought).CountAsync());
        await Refused(db => db.Patients.OrderBy(p => p.Email).CountAsync());
        await Refused(db => db.Patients.Where(p => p.Email!.Length > 3).CountAsync());
        await Refused(db => db.Patients.Where(p => p.Address.City == "Leeds").CountAsync());
        await Refused(db => db.Patients.Select(p => p.Email ?? p.FamilyName).ToListAsync());
        await Refused(db => db.Patients.ExecuteUpdateAsync(set => set.SetProperty(p => p.Email, sought)));

        Assert.True(await app.UsingDb(db => db.Patients.CountAsync(p => p.Email == null)) >= 0);
    }

    [Fact]
    public async Task The_trail_keeps_the_change_encrypted_and_opens_it_for_its_readers()
    {
        var patient = Patient("trail@example.org");
        patient.NameContacts([new() { Name = "Aunt Canary" }]);
        await app.Save(patient);

        var entry = await app.UsingDb(db => db.AuditEntries.AsNoTracking().SingleAsync(e => e.EntityType == "Patient" && e.EntityId == patient.Id.ToString()));

        Assert.DoesNotContain("trail@example.org", entry.Changes, StringComparison.Ordinal);
        Assert.DoesNotContain("Canary", entry.Changes, StringComparison.Ordinal);
        Assert.Contains("trail@example.org", entry.Opened()["Email"]!["after"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains("Aunt Canary", entry.Opened()["Contacts"]!["after"]!.ToString(), StringComparison.Ordinal);
        Assert.Null((await app.UsingDb(db => Scoped<AuditVerification>().RunAsync(TestContext.Current.CancellationToken))).Fault);
    }

    private T Scoped<T>() where T : notnull => app.Services.CreateScope().ServiceProvider.GetRequiredService<T>();

    private async Task<(long, IReadOnlyList<FieldFault>)> CheckAsync() => await Scoped<FieldCheck>().RunAsync(TestContext.Current.CancellationToken);

    private async Task Refused(Func<HospitalContext, Task> query) => Assert.Contains("is encrypted", (await Assert.ThrowsAnyAsync<InvalidOperationException>(() => app.UsingDb(query))).ToString(), StringComparison.Ordinal);

    private Task<string> EmailAsync(Patient patient) => app.RawAsync($"SELECT \"Email\" FROM \"Patient\" WHERE \"Id\" = '{patient.Id}'");

    private static Patient Patient(string email)
    {
        var patient = Given.Patient();
        patient.Reach(null, email, new());
        return patient;
    }

    private static ClinicalNote Note(string impression)
    {
        var note = ClinicalNote.Begin(Given.AVisit(), Given.By("Dr Lee"));
        note.Write(Given.ASoapNote(impression), Given.By("Dr Lee"));
        return note;
    }
}

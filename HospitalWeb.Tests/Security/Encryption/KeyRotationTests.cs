using System.Data.Common;
using HospitalWeb.Data.Encounters;
using HospitalWeb.Data.Encryption;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Security.Encryption;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Security.Encryption;

public sealed class KeyRotationTests(HospitalApp app) : IClassFixture<HospitalApp>
{
    private const int Workers = 8, HowMany = 104;

    [Fact]
    public async Task All_fields_change_over_while_the_hospital_reads_and_writes()
    {
        var (by, doctor, today) = (Given.By("Dr Lee"), Given.Doctor(), DateOnly.FromDateTime(Given.Now.Date));
        var note = ClinicalNote.Begin(Given.AVisit(), by);
        note.Write(Given.ASoapNote("Bronchitis"), by);
        note.Sign(doctor, today, by);
        var patients = Enumerable.Range(0, HowMany).Select(n => Given.Patient($"Rotated{n}")).ToList();
        foreach (var patient in patients) patient.Reach(null, $"{patient.FamilyName}@example.org", new() { City = "Leeds" });
        await app.Save([note, .. patients]);
        var old = app.Services.GetRequiredService<KeyRing>().Current(KeyPurpose.Fields).Id;
        using var done = new CancellationTokenSource();

        var work = Enumerable.Range(0, Workers).Select(worker => Task.Run(() => WorkAsync(patients, worker, done.Token))).ToList();
        var code = await RotateAsync();
        await done.CancelAsync();
        var rounds = (await Task.WhenAll(work)).Sum();

        Assert.Equal(0, code);
        Assert.True(rounds > Workers, $"Only {rounds} rounds of work were done meanwhile.");
        Assert.DoesNotContain(old, await KeysInUseAsync());
        Assert.NotNull((await app.UsingDb(db => db.Set<DataKey>().SingleAsync(key => key.Id == old))).RetiredAt);
        Assert.Equal("Bronchitis", (await app.UsingDb(db => db.ClinicalNotes.AsNoTracking().SingleAsync(n => n.Id == note.Id))).Content.Assessment.Impression);

        await app.UsingDb(db => db.Set<DataKey>().Where(key => key.Id == old).ExecuteDeleteAsync());
        var (fields, faults) = await app.UsingDb(db => new FieldCheck(db).RunAsync(TestContext.Current.CancellationToken));
        Assert.True(fields > HowMany);
        Assert.Empty(faults);
        await Assert.ThrowsAnyAsync<DbException>(() => app.UsingDb(db => db.Database.ExecuteSqlRawAsync("UPDATE \"ClinicalNote\" SET \"Hash\" = NULL")));
    }

    private async Task<int> RotateAsync()
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<KeyRotation>().RunAsync(TextWriter.Null, TestContext.Current.CancellationToken);
    }

    // Each worker has its own patients: whoever fails, fails by the rotation.
    private async Task<int> WorkAsync(List<Patient> patients, int worker, CancellationToken stop)
    {
        var rounds = 0;
        for (; !stop.IsCancellationRequested; rounds++)
        {
            var id = patients[rounds % (HowMany / Workers) * Workers + worker].Id;
            await app.UsingDb(async db =>
            {
                var patient = await db.Patients.WithSearchTerms().SingleAsync(p => p.Id == id, CancellationToken.None);
                Assert.Contains("@example.org", patient.Email, StringComparison.Ordinal);
                patient.Reach(null, $"{rounds}.{worker}@example.org", patient.Address);
                await db.SaveChangesAsync(CancellationToken.None);
            });
        }

        return rounds;
    }

    private async Task<List<string>> KeysInUseAsync()
    {
        List<string> keys = [];
        await app.UsingDb(async db =>
        {
            foreach (var column in db.EncryptedColumns)
                await foreach (var page in db.CellsAsync(column, TestContext.Current.CancellationToken))
                    keys.AddRange(page.SelectMany(cell => FieldCipher.Fields().Matches(cell.Text)).Select(field => field.Groups["key"].Value));
        });
        return keys;
    }
}

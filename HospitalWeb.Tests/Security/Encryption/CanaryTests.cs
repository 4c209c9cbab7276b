using System.Text.RegularExpressions;
using HospitalWeb.Data;
using HospitalWeb.Data.Encryption;
using HospitalWeb.Domain.Access;
using HospitalWeb.Domain.Billing;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Domain.Notifications;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Pharmacy;
using HospitalWeb.Domain.Prescribing;
using HospitalWeb.Domain.Wards;
using HospitalWeb.Security.Encryption;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace HospitalWeb.Tests.Security.Encryption;

public sealed partial class CanaryTests(HospitalApp app, TestServer server) : IClassFixture<HospitalApp>
{
    private const string Secret = "Zugvogel7Qx", Open = "Spatzennest9Kp";

    [Fact]
    public async Task No_word_of_an_encrypted_field_is_in_any_file_of_the_database_or_the_program()
    {
        if (server.Provider == DatabaseProvider.SqlServer) return;

        var since = DateTime.UtcNow.AddMinutes(-1);
        var planted = await app.UsingDb(async db =>
        {
            var (patient, rows) = Everything();
            await SaveAsync(db, rows);
            await SaveAsync(db, Treated(patient));
            await SaveAsync(db, Given.ADraft(patient, 100));
            var bill = Given.ADraft(patient, 100);
            db.Add(bill);
            await db.SaveChangesAsync();
            // No line joins a bill that is issued, and each deed with its money has a row of its own.
            bill.Issue(1, Given.Clerk);
            var receipt = bill.Take([new(PaymentMethod.Cash, Given.Pounds(60), null)], 1, Given.Today, Given.Clerk);
            await SaveAsync(db);
            bill.Refund(receipt.Payments[0], Given.Pounds(10), "Paid too much", 1, Given.Today, Given.Clerk);
            bill.GiveCredit(Given.Pounds(5), "Goodwill", 1, Given.Clerk);
            await SaveAsync(db);
            await db.Database.ExecuteSqlRawAsync("CHECKPOINT");
            List<string> planted = [];
            foreach (var column in db.EncryptedColumns)
                await foreach (var _ in db.CellsAsync(column, TestContext.Current.CancellationToken)) { planted.Add(column.Place); break; }
            return planted;
        });
        Assert.Equal(await app.UsingDb(db => Task.FromResult(db.EncryptedColumns.Select(column => column.Place))), planted);
        Assert.NotEmpty(Canary.FilesWith(server.Options.Data, since, Open));
        Assert.Empty(Canary.FilesWith(server.Options.Data, since, Secret));
        await EveryColumnChangesItsKeyAsync();
    }

    [Fact]
    public async Task The_documents_name_exactly_the_encrypted_fields()
    {
        var section = (await File.ReadAllTextAsync(Path.Combine(TestServer.Repository, "database/README.md"))).Split("## Encrypted fields")[1].Split("In the clear")[0];

        Assert.Equal(await app.UsingDb(db => Task.FromResult(db.EncryptedColumns.Select(column => column.Place))), Quoted().Matches(section).Select(name => name.Groups[1].Value));
    }

    // Guarded tables too: what was signed, verified or issued is written anew under another key.
    private async Task EveryColumnChangesItsKeyAsync()
    {
        await using var scope = app.Services.CreateAsyncScope();
        Assert.Equal(0, await scope.ServiceProvider.GetRequiredService<KeyRotation>().RunAsync(TextWriter.Null, TestContext.Current.CancellationToken));
        var (fields, faults) = await scope.ServiceProvider.GetRequiredService<FieldCheck>().RunAsync(TestContext.Current.CancellationToken);
        Assert.True(fields > 50);
        Assert.Empty(faults);
    }

    private static async Task SaveAsync(HospitalContext db, params object[] rows)
    {
        db.AddRange(rows);
        db.ChangeTracker.DetectChanges();
        foreach (var row in db.ChangeTracker.Entries().Where(row => row.State == EntityState.Added).ToList()) Plant(row.Properties, row.ComplexProperties);
        await db.SaveChangesAsync();
    }

    private static (Patient Patient, object[] Rows) Everything()
    {
        var account = new HospitalWeb.Security.Account { Id = Guid.NewGuid(), UserName = "lee@example.org", Email = "lee@example.org", DisplayName = "Dr Lee", CreatedAt = Given.Now };
        var (by, doctor, today) = (Given.By("Dr Lee"), Given.Doctor(), DateOnly.FromDateTime(Given.Now.Date));
        var patient = Given.Patient(family: Open);
        patient.Reach(null, Secret, new() { Line1 = Secret, City = Secret });
        patient.Identify("ABHA", Secret);
        patient.NameContacts([new() { Name = Secret, Phone = Secret }]);
        patient.RecordAllergy(Given.Allergy("Latex"));
        PatientFlag.Raise(patient, FlagKind.Other, FlagLevel.Low, "Text", null, by, today).Resolve("Over", by);
        var visit = Given.AVisit(patient);
        var note = ClinicalNote.Begin(visit, by);
        note.Write(Given.ASoapNote(), by);
        note.Sign(doctor, today, by);
        note.Amend(Given.ASoapNote("Pneumonia"), "Film seen", doctor, today, by);
        var order = Given.ALabOrder(patient, encounter: visit);
        Given.AReleasedItem(order, 4);
        var ward = Given.AWard();
        object[] others = [Given.Mail(), Notification.To(account.Id, NotificationKind.System, Severity.High, "Title", "Body", null, null, Given.Now), ward, Given.AnAdmission(Given.Patient(), ward.Beds[0]), Given.Vitals(patient),
            new Observation { Patient = patient, Concept = new("local", "1", "Habit"), ObservedAt = Given.Now, Parts = [new() { Concept = new("local", "2", "Answer"), Value = Secret }] }];
        return (patient, [.. others, patient, note, Given.Appointment(patient, doctor), order, Given.Draft(patient, doctor, Given.Medication()), account, EmergencyAccess.Begin(patient, "Found on the floor", by with { AccountId = account.Id }),
            PatientProxy.Grant(patient, new(account.Id, null, "Lee"), new(ProxyRelationship.Chosen, ProxyScope.Record, "Consent", today), today, day => new(day, TimeOnly.MaxValue, TimeSpan.Zero), by),
            AccessAlarm.Raise(AlarmRule.OwnRecord, account.Id, "E", null, Given.Now, today, "The same name")]);
    }

    // What is done to somebody who is known: an admission that has ended, problems, a diagnosis, an operation, a medicine in spite of an allergy, one handed out.
    private static object[] Treated(Patient patient)
    {
        var (by, doctor, ward, visit) = (Given.By("Dr Lee"), Given.Doctor(), Given.AWard(), Given.AVisit(patient));
        var stay = Given.AnAdmission(Given.Patient(), ward.Beds[0]);
        stay.DischargeTo(Destination.Home, "Well", "Asked for by the family", by with { At = Given.Now.AddHours(1) });
        visit.Diagnose(new("icd", "J20", "Bronchitis"), DiagnosisCertainty.Confirmed, asPrimary: true, by);
        var inSpite = Given.Draft(Given.Allergic(Given.Allergy("Penicillin")), doctor, Given.Amoxicillin());
        inSpite.Overrule(inSpite.Items[0], AlertOverride.Of(OverrideReason.Other, Secret, Given.CheckFor(inSpite.Patient).For(inSpite, inSpite.Items[0]), Given.DrugReference.Version, by));
        var medication = Given.Medication();
        var (goods, given) = (Given.Goods(medication, 10), Given.Signed(Given.NotAllergic(), doctor, medication));
        return [ward, stay, visit, inSpite, goods, given, Dispense.Of(given, given.Items[0], [goods.Batch], [new(goods.Batch, 1)], null, [], by, Given.Today),
            Condition.Add(patient, null, new("icd", "J45", "Asthma"), null, "Since school", [], Given.Today, by), new Procedure { Patient = patient, Concept = new("local", "3", "Dressing"), PerformedAt = Given.Now, Recorded = by }];
    }

    private static void Plant(IEnumerable<PropertyEntry> properties, IEnumerable<ComplexPropertyEntry> parts)
    {
        foreach (var property in properties.Where(p => p.Metadata.FindAnnotation("Encrypted") is not null && p.Metadata.ClrType == typeof(string))) property.CurrentValue = Secret;
        foreach (var part in parts.Where(p => p.CurrentValue is not null && !p.Metadata.IsCollection)) Plant(part.Properties, part.ComplexProperties);
    }

    [GeneratedRegex("`([A-Za-z.]+)`")]
    private static partial Regex Quoted();
}

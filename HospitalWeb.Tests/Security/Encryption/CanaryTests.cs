using System.Text.RegularExpressions;
using HospitalWeb.Data;
using HospitalWeb.Data.Encryption;
using HospitalWeb.Domain.Access;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Domain.Notifications;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Security.Encryption;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace HospitalWeb.Tests.Security.Encryption;

public sealed partial class CanaryTests(HospitalApp app, TestServer server) : IClassFixture<HospitalApp>
{
    private const string Secret = "Zugvogel7Qx", Open = "Spatzennest9Kp";

    // No patient of this test has these; they are written by the same mapping.
    private static readonly string[] NotPlanted = 
    [
        "Admission.Discharge.OverrideReason", "Admission.Discharge.Summary", "Bill.DiscountReason", "Bill.VoidReason", "Charge.CancelReason", "Condition.ErrorReason", "Condition.Note", "Credit.Reason", "Diagnosis.VoidReason", "Dispense.LaterBatchReason",
        "PrescriptionItem.Override", "Procedure.Note", "Refund.Reason",
    ];

    [Fact]
    public async Task No_word_of_an_encrypted_field_is_in_any_file_of_the_database_or_the_program()
    {
        if (server.Provider == DatabaseProvider.SqlServer) return;

        var planted = await app.UsingDb(async db =>
        {
            db.AddRange(Everything());
            foreach (var row in db.ChangeTracker.Entries().ToList()) Plant(row.Properties, row.ComplexProperties);
            await db.SaveChangesAsync();
            await db.Database.ExecuteSqlRawAsync("CHECKPOINT");
            List<string> planted = [];
            foreach (var column in db.EncryptedColumns)
                await foreach (var _ in db.CellsAsync(column, TestContext.Current.CancellationToken)) { planted.Add(column.Place); break; }
            return planted;
        });
        var all = await app.UsingDb(db => Task.FromResult(db.EncryptedColumns.Select(column => column.Place)));

        Assert.Equal(NotPlanted, all.Except(planted));
        Assert.NotEmpty(Canary.FilesWith(server.Options.Data, Open));
        Assert.Empty(Canary.FilesWith(server.Options.Data, Secret));
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

    private static object[] Everything()
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
        return [.. others, patient, note, Given.Appointment(patient, doctor), order, Given.Draft(patient, doctor, Given.Medication()), account, EmergencyAccess.Begin(patient, "Found on the floor", by with { AccountId = account.Id }),
            PatientProxy.Grant(patient, new(account.Id, null, "Lee"), new(ProxyRelationship.Chosen, ProxyScope.Record, "Consent", today), today, day => new(day, TimeOnly.MaxValue, TimeSpan.Zero), by),
            AccessAlarm.Raise(AlarmRule.OwnRecord, account.Id, "E", null, Given.Now, today, "The same name")];
    }

    private static void Plant(IEnumerable<PropertyEntry> properties, IEnumerable<ComplexPropertyEntry> parts)
    {
        foreach (var property in properties.Where(p => p.Metadata.FindAnnotation("Encrypted") is not null)) property.CurrentValue = Secret;
        foreach (var part in parts.Where(p => p.CurrentValue is not null && !p.Metadata.IsCollection)) Plant(part.Properties, part.ComplexProperties);
    }

    [GeneratedRegex("`([A-Za-z.]+)`")]
    private static partial Regex Quoted();
}

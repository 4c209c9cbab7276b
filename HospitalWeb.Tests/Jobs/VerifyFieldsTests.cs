using System.Net;
using HospitalWeb.Data.Audit;
using HospitalWeb.Data.Mail;
using HospitalWeb.Data.Notifications;
using HospitalWeb.Domain.Audit;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Jobs;
using HospitalWeb.Security;
using HospitalWeb.Security.Encryption;
using HospitalWeb.Tests.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Jobs;

public sealed class VerifyFieldsTests(TestServer server) : AccountTest(new HospitalApp(server)), IAsyncLifetime
{
    private const string Secret = "secret@example.org";
    private readonly Patient one = Patient("One"), two = Patient("Two"), three = Patient("Three");

    public async ValueTask InitializeAsync()
    {
        await App.InitializeAsync();
        await AnAccount(Role.Admin);
        await App.Save(one, two, three);
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    [Fact]
    public async Task Whole_fields_alarm_nobody()
    {
        await App.Run<VerifyFields>();

        Assert.Empty(await FoundAsync());
        Assert.False(await App.UsingDb(db => db.Notifications.AnyAsync()));
    }

    [Fact]
    public async Task Two_texts_that_changed_places_are_both_found_and_nothing_else()
    {
        await App.SwapAsync("Patient", "Email", one.Id, two.Id);

        await (await As(Role.Admin).Open("/admin/jobs")).SubmitForm("#run-VerifyFields");

        var found = await FoundAsync();
        Assert.Equal([("Patient.Email", one.Id), ("Patient.Email", two.Id)], found.Select(e => (e.EntityType, Guid.Parse(e.EntityId))).OrderBy(e => e.Item2 == two.Id));
        Assert.All(found, entry => Assert.Equal((AuditSeverity.Serious, true, AuditOutcome.Failed), (entry.Severity, entry.IsSecurity, entry.Outcome)));
        Assert.All(found, entry => Assert.DoesNotContain(Secret, entry.Reason, StringComparison.Ordinal));
        Assert.True((await App.UsingDb(db => db.Notifications.SingleAsync())).NeedsAcknowledgement);
        Assert.Single(await App.UsingDb(db => db.OutgoingMails.Where(m => m.Key.StartsWith("fields/")).ToListAsync()));
        Assert.Contains("2 are not as written", (await As(Role.Admin).Open("/admin/jobs")).Texts("tbody tr").Single(row => row.StartsWith("Verify fields", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE \"Patient\" SET \"Email\" = 'written@by.hand'", "Patient.Email")]
    [InlineData("UPDATE \"Patient\" SET \"Email\" = \"MothersMaidenName\"", "Patient.Email")]
    [InlineData("UPDATE \"Patient\" SET \"Email\" = 'e1:unknown8' || substr(\"Email\", 12)", "Patient.Email")]
    [InlineData("UPDATE \"Patient\" SET \"Address\" = '{{\"City\":\"Elsewhere\"}}'", "Patient.Address")]
    public async Task Whatever_does_not_open_is_found(string forgery, string place)
    {
        await App.RunRawAsync($"{forgery} WHERE \"Id\" = '{three.Id}'");

        await Assert.ThrowsAsync<FieldTampered>(() => App.Run<VerifyFields>());

        var entry = Assert.Single(await FoundAsync());
        Assert.Equal((place, three.Id.ToString()), (entry.EntityType, entry.EntityId));
    }

    [Fact]
    public async Task A_page_that_meets_it_fails_and_says_so_in_the_trail_once_an_hour()
    {
        await App.RunRawAsync($"UPDATE \"Patient\" SET \"Email\" = \"MothersMaidenName\" WHERE \"Id\" = '{one.Id}'");

        for (var again = 0; again < 3; again++) Assert.Equal(HttpStatusCode.InternalServerError, (await As(Role.Receptionist).Open($"/reception/patients/{one.Id}")).Status);
        Assert.Single(await FoundAsync());
        App.Clock.Now += TimeSpan.FromHours(1);
        await As(Role.Receptionist).Open($"/reception/patients/{one.Id}");

        var found = await FoundAsync();
        Assert.Equal(2, found.Count);
        Assert.All(found, entry => Assert.Equal(("Patient.Email", "Test Receptionist"), (entry.EntityType, entry.AccountName)));
    }

    private Task<List<AuditEntry>> FoundAsync() => App.UsingDb(db => db.AuditEntries.AsNoTracking().Where(e => e.Action == AuditAction.Tampered).OrderBy(e => e.Sequence).ToListAsync());

    private static Patient Patient(string name)
    {
        var patient = Given.Patient(name);
        patient.Reach(null, Secret, new() { City = "Leeds" });
        patient.MothersMaidenName = "Canary";
        return patient;
    }
}

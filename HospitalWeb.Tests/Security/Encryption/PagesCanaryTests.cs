using System.Collections.Concurrent;
using System.Net;
using HospitalWeb.Data;
using HospitalWeb.Data.Encounters;
using HospitalWeb.Data.Laboratory;
using HospitalWeb.Data.Patients;
using HospitalWeb.Data.Prescribing;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Staff;
using HospitalWeb.Jobs;
using HospitalWeb.Security;
using HospitalWeb.Tests.Jobs;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Security.Encryption;

/// <summary>What people type about a patient goes through the real forms; afterwards no file of the database, no log and no letter holds a word of it.</summary>
public sealed class PagesCanaryTests(TestServer server) : PageTest(new HospitalApp(server)), IAsyncLifetime
{
    private const string Canary = "Kranich4Vm", Mail = "kranich4vm@example.org", Phone = "0794 655 5197", Named = "Storchenbein";
    private static readonly string[] Sought = [Canary, Mail, Phone, "7946555197", "655 5197"];
    private readonly DateTime since = DateTime.UtcNow.AddMinutes(-1);
    private readonly Listening log = new();
    private readonly Practitioner doctor = Given.Doctor();

    public async ValueTask InitializeAsync()
    {
        if (server.Provider == DatabaseProvider.SqlServer) Assert.Skip("The server's files are out of reach.");
        App.Changes.Add(services => services.AddSingleton<ILoggerProvider>(log).Configure<LoggerFilterOptions>(filter =>
        {
            filter.MinLevel = LogLevel.Information;
            filter.Rules.Add(new(null, "Microsoft", LogLevel.Warning, null));
        }));
        await App.InitializeAsync();
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    [Fact]
    public async Task What_is_typed_into_the_forms_lies_nowhere_in_the_clear()
    {
        var patient = await RegisteredAsync();
        await AtTheDeskAsync(patient);
        await ByTheNurseAsync(patient);
        await ByTheDoctorAsync(patient);
        await InTheLaboratoryAsync(patient);
        await App.Run<SendMail>();
        await App.UsingDb(db => db.Database.ExecuteSqlRawAsync("CHECKPOINT"));

        Assert.NotEmpty(Support.Canary.FilesWith(server.Options.Data, since, Named, Named.ToUpperInvariant()));
        Assert.Empty(Support.Canary.FilesWith(server.Options.Data, since, Sought));
        App.Services.GetRequiredService<ILoggerFactory>().CreateLogger(nameof(HospitalWeb)).Log(LogLevel.Information, default, Named, null, (line, _) => line);
        Assert.Contains(log.Lines, line => line.Contains(Named, StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, line => Array.Exists(Sought, word => line.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    private async Task<Patient> RegisteredAsync()
    {
        await SendAsync((await As(Role.Receptionist).Open("/reception/patients/new")).Submit(("Input.FamilyName", Named), ("Input.BirthDate", "14/7/1985"), ("Input.Sex", "Female"), ("Input.Phone", Phone), ("Input.Email", Mail),
            ("Input.Line1", Canary), ("Input.City", Canary), ("Input.Postcode", Canary), ("Input.ContactName", Canary), ("Input.ContactPhone", Phone)));
        return await App.UsingDb(db => db.Patients.SingleAsync(p => p.FamilyName == Named));
    }

    private async Task AtTheDeskAsync(Patient patient)
    {
        Assert.Contains(Named.ToUpperInvariant(), (await As(Role.Receptionist).Search("/reception/patients", Phone)).Main, StringComparison.Ordinal);
        await SendAsync((await As(Role.Receptionist).Open($"/reception/patients/{patient.Id}/edit")).Submit(("Input.Line2", Canary)));
        var appointment = await App.UsingDb(async db =>
        {
            var booked = Given.Appointment(await db.Patients.SingleAsync(p => p.Id == patient.Id), doctor, Given.Now.AddDays(2));
            db.Add(booked);
            await db.SaveChangesAsync();
            return booked.Id;
        });
        await SendAsync((await As(Role.Receptionist).Open($"/reception/patients/{patient.Id}/appointments/{appointment}/cancel")).Submit(("Reason", Canary)));
    }

    private async Task ByTheNurseAsync(Patient patient)
    {
        await SendAsync((await As(Role.Nurse).Open($"/nurse/patients/{patient.Id}/allergies/record")).Submit(("Input.Substance", "Penicillin"), ("Input.Reaction", Canary)));
        await SendAsync((await As(Role.Nurse).Open($"/nurse/patients/{patient.Id}/flags/raise")).Submit(("Input.Kind", "Other"), ("Input.Level", "Low"), ("Input.Text", Canary)));
    }

    private async Task ByTheDoctorAsync(Patient patient)
    {
        var me = As(Role.Doctor, doctor.Id);
        var visit = await App.UsingDb(async db =>
        {
            var begun = Given.AVisit(await db.Patients.SingleAsync(p => p.Id == patient.Id), await db.Set<Practitioner>().SingleAsync(d => d.Id == doctor.Id));
            db.Add(begun);
            await db.SaveChangesAsync();
            return begun.Id;
        });
        await SendAsync((await me.Open($"/doctor/patients/{patient.Id}/visits/{visit}/note")).Submit(("Input.ChiefComplaint", Canary), ("Input.History", Canary), ("Input.Impression", Canary), ("Input.Treatment", Canary)));
        var note = await App.UsingDb(db => db.ClinicalNotes.Where(n => n.EncounterId == visit).Select(n => n.Id).SingleAsync());
        await SendAsync((await me.Open($"/doctor/patients/{patient.Id}/notes/{note}/sign")).Submit());
        await SendAsync((await me.Open($"/doctor/patients/{patient.Id}/notes/{note}/amend")).Submit(("Input.Advice", Canary), ("Reason", Canary)));
        var medicine = await App.UsingDb(db => db.Medications.Where(m => m.GenericName == "doxycycline").Select(m => m.Id).FirstAsync());
        await SendAsync((await me.Open($"/doctor/patients/{patient.Id}/prescriptions/new?medication={medicine}")).Submit(("Input.Dose", "100"), ("Input.Route", "Oral"), ("Input.Frequency", "OnceADay"), ("Input.Days", "7"), ("Input.Instructions", Canary)));
    }

    private async Task InTheLaboratoryAsync(Patient patient)
    {
        var test = Given.ALabTest();
        await App.Save(test);
        await SendAsync((await As(Role.Doctor).Open($"/doctor/patients/{patient.Id}/lab-orders/new")).Submit(("Input.Tests", test.Id.ToString()), ("Input.Urgency", "Stat"), ("Input.ClinicalNotes", Canary)));
        var order = await App.UsingDb(db => db.LabOrders.Include(o => o.Items).SingleAsync(o => o.PatientId == patient.Id));
        var technician = As(Role.LabTechnician);
        await SendAsync((await technician.Open($"/lab/patients/{patient.Id}/orders/{order.Id}/collect")).Submit(("Input.IdentityChecked", "true")));
        var specimen = await App.UsingDb(db => db.Specimens.Where(s => s.OrderId == order.Id).Select(s => s.Id).SingleAsync());
        await SendAsync((await technician.Open($"/lab/patients/{patient.Id}/specimens/{specimen}/reject")).Submit(("Input.Reason", "Other"), ("Input.Details", Canary)));
    }

    private static async Task SendAsync(Task<Browser.Page> sending)
    {
        var answer = await sending;
        Assert.True(answer.Status == HttpStatusCode.OK, $"{answer.Path}: {answer.Status} {answer.Errors}");
    }

    private sealed class Listening : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
        public bool IsEnabled(LogLevel logLevel) => true;
        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Enqueue($"{formatter(state, exception)} {exception}");
        public void Dispose() { }
    }
}

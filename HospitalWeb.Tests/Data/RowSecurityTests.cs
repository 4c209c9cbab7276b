using HospitalWeb.Data;
using HospitalWeb.Data.Patients;
using HospitalWeb.Data.Prescribing;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Data;

/// <summary>The net under the pages: queries that forget whose rows they want.</summary>
public sealed class RowSecurityTests(HospitalApp app, TestServer server) : PageTest(app), IAsyncLifetime
{
    // The programs' own rows of people, not of a patient's record; see RowSecurity.sql.
    private static readonly string[] Apart = ["Account", "Notification", "AccountRole", "AccountToken", "AccountClaim", "AccountLogin", "AccountPasskey", "AccountLink", "Session", "HeldForm"];

    [Fact]
    public async Task A_query_that_forgets_the_patient_finds_the_rows_of_this_one_alone()
    {
        var (mine, others) = await Two();

        await SeeingOnly(mine, async db =>
        {
            Assert.Equal([mine.Id], await db.Patients.Select(p => p.Id).ToListAsync());
            Assert.Equal([mine.Id], await db.Prescriptions.Include(p => p.Items).Select(p => p.PatientId).ToListAsync());
            Assert.Null(await db.Patients.FirstOrDefaultAsync(p => p.Id == others.Id));
            return true;
        });
    }

    [Fact]
    public async Task What_hangs_on_something_of_another_patient_is_as_absent()
    {
        var (mine, others) = await Two();
        var all = await App.UsingDb(db => db.Set<HospitalWeb.Domain.Prescribing.PrescriptionItem>().CountAsync());

        var seen = await SeeingOnly(mine, db => db.Set<HospitalWeb.Domain.Prescribing.PrescriptionItem>().CountAsync());

        Assert.Equal(1, seen);
        Assert.True(all > seen);
    }

    [Fact]
    public async Task Nothing_of_another_patient_can_be_written()
    {
        var (mine, others) = await Two();

        var changed = await SeeingOnly(mine, db => db.Patients.Where(p => p.Id == others.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.GivenName, "Changed")));

        Assert.Equal(0, changed);
    }

    [Fact]
    public async Task The_connection_forgets_it_when_it_goes_back()
    {
        var (mine, _) = await Two();
        await SeeingOnly(mine, db => db.Patients.CountAsync());

        for (var again = 0; again < 20; again++) Assert.True(await App.UsingDb(db => db.Patients.CountAsync()) >= 2);
    }

    [Theory]
    [InlineData(Role.Doctor, "/doctor/patients/{0}", true), InlineData(Role.Nurse, "/nurse/patients/{0}/vitals", true), InlineData(Role.Patient, "/patient", true), InlineData(Role.Doctor, "/doctor", false)]
    public async Task A_page_of_one_patient_works_under_it_and_a_list_does_not(Role role, string path, bool under)
    {
        var (mine, _) = await Two();

        await CommandsOf(() => As(role, patient: role == Role.Patient ? mine.Id : null).Open(string.Format(System.Globalization.CultureInfo.InvariantCulture, path, mine.Id)));

        Assert.Equal(under, App.Commands.ToString().Contains($"SET hospital.patient = '{mine.Id}'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_deed_on_a_page_of_one_patient_works_under_it()
    {
        var ((mine, _), doctor) = (await Two(), Given.Doctor());
        await App.Save(doctor);
        var form = await As(Role.Doctor, practitioner: doctor.Id).Open($"/doctor/patients/{mine.Id}/visits/begin");

        await CommandsOf(async () => Assert.Contains("has begun", (await form.Submit(("Input.Class", nameof(EncounterClass.Emergency)), ("Input.ChiefComplaint", "Cough"))).Notice, StringComparison.Ordinal));

        Assert.Contains($"SET hospital.patient = '{mine.Id}'", App.Commands.ToString().Split("INSERT INTO \"Encounter\"")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_kind_of_row_that_belongs_to_a_patient_is_covered() => await App.UsingDb(async db =>
    {
        var covered = await db.Database.SqlQuery<string>($"SELECT tablename AS \"Value\" FROM pg_policies WHERE policyname = 'one_patient'").ToListAsync();

        Assert.Equal([], db.KindsOfOnePatient.Select(kind => kind.GetTableName()!).Distinct().Except(covered).Except(Apart));
    });

    private async Task<T> SeeingOnly<T>(Patient patient, Func<HospitalContext, Task<T>> work)
    {
        await using var scope = App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HospitalContext>();
        await scope.ServiceProvider.GetRequiredService<RowSecurity>().SeeOnlyAsync(db, patient.Id);
        return await work(db);
    }

    private async Task<(Patient Mine, Patient Others)> Two()
    {
        var (mine, others) = (Given.NotAllergic(), Given.NotAllergic());
        var (doctor, medication) = (Given.Doctor(), Given.Amoxicillin());
        await App.Save(Given.Signed(mine, doctor, medication), Given.Signed(others, doctor, medication));
        return (mine, others);
    }

    public ValueTask InitializeAsync()
    {
        if (server.Provider == DatabaseProvider.SqlServer) Assert.Skip("The policies of SQL Server are applied by its DBA.");
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

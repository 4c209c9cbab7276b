using System.Net;
using HospitalWeb.Data;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Areas.Nurse;

public sealed class FlagTests(HospitalApp app) : PageTest(app)
{
    [Theory]
    [InlineData(Role.Nurse, "nurse"), InlineData(Role.Doctor, "doctor")]
    public async Task A_flag_is_raised_and_stands_in_the_banner(Role role, string area)
    {
        var patient = await APatient();
        var form = await (await As(role).Open($"/{area}/patients/{patient.Id}/flags")).Click("Raise a flag");

        var next = await form.Submit(("Input.Kind", "Infection"), ("Input.Level", "High"), ("Input.Text", "MRSA"), ("Input.ReviewOn", "9-Mar-2026"));

        Assert.Equal("Flag raised: Infection: MRSA.", next.Notice);
        Assert.Equal("✕ Infection: MRSA, high Flags", next.Text(".hw-banner-flags"));
        Assert.Contains($"Infection: MRSA raised by Test {role}, 02-Mar-2026, review 09-Mar-2026", next.Text(".hw-banner details"));
        var flag = (await Fresh(patient)).Flags.Single();
        Assert.Equal((FlagKind.Infection, FlagLevel.High, "MRSA", $"Test {role}"), (flag.Kind, flag.Level, flag.Text, flag.Raised.Name));
    }

    [Fact]
    public async Task What_is_missing_or_there_already_is_said()
    {
        var patient = await APatient();
        var form = await As(Role.Nurse).Open($"/nurse/patients/{patient.Id}/flags/raise");

        var empty = await form.Submit();
        Assert.Contains("Choose what the flag is about.", empty.Errors);
        Assert.Contains("Choose the level.", empty.Errors);
        Assert.Contains("Name the organism", (await form.Submit(("Input.Kind", "Infection"), ("Input.Level", "Low"))).Errors);
        await form.Submit(("Input.Kind", "Falls"), ("Input.Level", "Low"));

        var again = await (await As(Role.Nurse).Open($"/nurse/patients/{patient.Id}/flags/raise")).Submit(("Input.Kind", "Falls"), ("Input.Level", "High"));
        Assert.Contains(PatientFlag.AlreadyActive, again.Errors);
    }

    [Fact]
    public async Task The_database_keeps_one_of_a_kind_when_two_raise_it_at_once()
    {
        var patient = await APatient();

        var broken = await Assert.ThrowsAsync<BrokenRule>(() => App.UsingDb(async db =>
        {
            await RaiseAsync(db, patient, FlagKind.Infection, "MRSA");
            await RaiseAsync(db, patient, FlagKind.Falls, null);
            await RaiseAsync(db, patient, FlagKind.Falls, null);
        }));

        Assert.Equal(PatientFlag.AlreadyActive, broken.Message);
        Assert.Equal(2, (await Fresh(patient)).Flags.Count);
    }

    [Fact]
    public async Task It_ends_with_a_reason_leaves_the_banner_and_stays_readable()
    {
        var patient = await APatient();
        await App.UsingDb(db => RaiseAsync(db, patient, FlagKind.Falls, "Hip fracture"));
        var form = await (await As(Role.Nurse).Open($"/nurse/patients/{patient.Id}/flags")).Click("Resolve Falls risk");

        Assert.Contains("Say why this flag no longer holds.", (await form.Submit()).Errors);
        var next = await form.Submit(("Input.Reason", "Walks safely again"));

        Assert.Equal("No flags recorded Flags", next.Text(".hw-banner-flags"));
        Assert.Contains("Falls risk, medium 02-Mar-2026 by Nora Walks safely again 02-Mar-2026 by Test Nurse", next.Text("table"));
        Assert.Contains("already ended", (await (await As(Role.Nurse).Open(form.PathAndQuery)).Submit(("Input.Reason", "Again"))).Errors);
    }

    [Fact]
    public async Task Another_patients_flag_is_not_found()
    {
        var (patient, other) = (await APatient(), await APatient());
        await App.UsingDb(db => RaiseAsync(db, patient, FlagKind.Falls, null));
        var flag = (await Fresh(patient)).Flags.Single();

        Assert.Equal(HttpStatusCode.NotFound, (await As(Role.Nurse).Open($"/nurse/patients/{other.Id}/flags/{flag.Id}/resolve")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await As(Role.Nurse).Open($"/nurse/patients/{Guid.NewGuid()}/flags")).Status);
    }

    // As somebody whose page was opened before the other one saved: the rule sees no flags, the index does.
    private static async Task RaiseAsync(HospitalContext db, Patient patient, FlagKind kind, string? text)
    {
        db.ChangeTracker.Clear();
        var stale = await db.Patients.SingleAsync(p => p.Id == patient.Id);
        PatientFlag.Raise(stale, kind, FlagLevel.Medium, text, null, Given.By("Nora"), Given.Today);
        await db.SaveUnlessTakenAsync(PatientFlag.AlreadyActive);
    }

    private async Task<Patient> APatient()
    {
        var patient = Given.Patient();
        await App.Save(patient);
        return patient;
    }

    private Task<Patient> Fresh(Patient patient) => App.UsingDb(db => db.Patients.WithFlags().SingleAsync(p => p.Id == patient.Id));
}

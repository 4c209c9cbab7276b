using System.Net;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Areas.Nurse;

public sealed class AllergyTests(HospitalApp app) : PageTest(app)
{
    [Theory]
    [InlineData(Role.Nurse, "nurse"), InlineData(Role.Doctor, "doctor")]
    public async Task An_allergy_to_a_known_class_is_recorded_with_its_code(Role role, string area)
    {
        var patient = await APatient();
        var form = await As(role).Open($"/{area}/patients/{patient.Id}/allergies/record");

        var next = await form.Submit(("Input.Substance", "Penicillin"), ("Input.Reaction", "anaphylaxis"), ("Input.Severity", "Severe"));

        Assert.Equal("Allergy to penicillins recorded.", next.Notice);
        Assert.DoesNotContain("Not checked automatically", next.Main);
        var allergy = (await Fresh(patient)).Allergies.Single();
        Assert.Equal(("penicillins", AllergySeverity.Severe, $"Test {role}"), (allergy.DrugClassCode, allergy.Severity, allergy.Recorded.Name));
    }

    [Fact]
    public async Task A_misspelt_substance_is_asked_about_and_taken_as_what_was_meant()
    {
        var patient = await APatient();
        var form = await As(Role.Nurse).Open($"/nurse/patients/{patient.Id}/allergies/record");

        var asked = await form.Submit(("Input.Substance", "pencilin tabs"));
        Assert.Contains("“pencilin tabs” is not a substance that can be checked.", asked.Errors);
        Assert.Contains("penicillins", asked.Texts(".hw-radio"));
        await asked.Submit(("Input.Meaning", "penicillins"));

        Assert.Equal("penicillins", (await Fresh(patient)).Allergies.Single().DrugClassCode);
    }

    [Fact]
    public async Task Kept_as_typed_it_says_that_nothing_checks_it()
    {
        var patient = await APatient();
        var form = await As(Role.Nurse).Open($"/nurse/patients/{patient.Id}/allergies/record");

        var next = await (await form.Submit(("Input.Substance", "grandmother's ointment"))).Submit(("Input.Meaning", "as-typed"));

        Assert.Contains("It cannot be checked automatically.", next.Notice);
        Assert.Contains("Not checked automatically", next.Text("table"));
        Assert.Contains("Not checked automatically", next.Text(".hw-banner"));
    }

    [Fact]
    public async Task The_same_allergy_is_recorded_once()
    {
        var patient = await APatient();
        var form = await As(Role.Nurse).Open($"/nurse/patients/{patient.Id}/allergies/record");
        Assert.Contains("Enter the substance.", (await form.Submit(("Input.Substance", ""))).Errors);
        await form.Submit(("Input.Substance", "penicillin"));

        var refused = await (await As(Role.Nurse).Open($"/nurse/patients/{patient.Id}/allergies/record")).Submit(("Input.Substance", "Penicillins"));

        Assert.Contains("penicillins is already an active allergy.", refused.Errors);
    }

    [Fact]
    public async Task That_there_are_none_is_a_fact_of_its_own()
    {
        var patient = await APatient();
        var list = await As(Role.Nurse).Open($"/nurse/patients/{patient.Id}/allergies");

        Assert.Contains("Allergies not recorded", list.Text(".hw-banner"));
        var next = await list.Submit();

        Assert.Contains("No known allergies asked 02-Mar-2026 by Test Nurse", next.Text(".hw-banner"));
        Assert.Equal(AllergyStatus.NoneKnown, (await Fresh(patient)).AllergyStatus);
    }

    [Fact]
    public async Task An_allergy_ends_with_a_reason_and_stays_readable()
    {
        var patient = await APatient();
        await (await As(Role.Nurse).Open($"/nurse/patients/{patient.Id}/allergies/record")).Submit(("Input.Substance", "penicillin"));
        var allergy = (await Fresh(patient)).Allergies.Single();
        var form = await As(Role.Nurse).Open($"/nurse/patients/{patient.Id}/allergies/{allergy.Id}/end");

        Assert.Contains("Say why this allergy no longer counts.", (await form.Submit(("Input.Ending", "EnteredInError"))).Errors);
        var next = await form.Submit(("Input.Ending", "EnteredInError"), ("Input.Reason", "Wrong patient"));

        Assert.Contains("Entered in error Wrong patient", next.Main);
        Assert.Equal(AllergyState.EnteredInError, (await Fresh(patient)).Allergies.Single().Status);
        Assert.Contains("is no longer an active allergy", (await (await As(Role.Nurse).Open($"/nurse/patients/{patient.Id}/allergies/{allergy.Id}/end")).Submit(("Input.Ending", "Inactive"), ("Input.Reason", "Again"))).Errors);
    }

    [Fact]
    public async Task Another_patients_allergy_is_not_found()
    {
        var (patient, other) = (await APatient(), await APatient());
        await (await As(Role.Nurse).Open($"/nurse/patients/{patient.Id}/allergies/record")).Submit(("Input.Substance", "penicillin"));
        var allergy = (await Fresh(patient)).Allergies.Single();

        Assert.Equal(HttpStatusCode.NotFound, (await As(Role.Nurse).Open($"/nurse/patients/{other.Id}/allergies/{allergy.Id}/end")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await As(Role.Nurse).Open($"/nurse/patients/{Guid.NewGuid()}/allergies")).Status);
    }

    private async Task<Patient> APatient()
    {
        var patient = Given.Patient();
        await App.Save(patient);
        return patient;
    }

    private Task<Patient> Fresh(Patient patient) => App.UsingDb(db => db.Patients.WithAllergies().SingleAsync(p => p.Id == patient.Id));
}

using System.Net;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Areas.Reception;

public sealed class PatientPageTests(HospitalApp app) : PageTest(app)
{
    [Fact]
    public async Task The_front_desk_sees_appointments_and_contact_and_nothing_clinical()
    {
        var patient = Given.Patient("Desk", "Dora", phone: "020 7946 0001");
        patient.RecordAllergy(new() { Text = "penicillin", Recorded = Given.Receptionist });
        await App.Save(patient, Given.Appointment(patient, Given.Doctor(), Given.Now.AddDays(2)));

        var page = await As(Role.Receptionist).Open($"/reception/patients/{patient.Id}");

        Assert.Contains("04-Mar-2026 09:00", page.Main);
        Assert.Contains("020 7946 0001", page.Main);
        Assert.DoesNotContain("llerg", page.Document.Source.Text);
        Assert.DoesNotContain("penicillin", page.Document.Source.Text);
    }

    [Fact]
    public async Task New_details_are_kept_and_searched_by()
    {
        var patient = Given.Patient("Maiden", "Mary");
        await App.Save(patient);
        var form = await As(Role.Receptionist).Open($"/reception/patients/{patient.Id}/edit");

        var next = await form.Submit(("Input.FamilyName", "Married"), ("Input.Phone", "020 7946 0777"));

        Assert.Equal("The details of MARRIED, Mary are saved.", next.Notice);
        Assert.Contains("MARRIED, Mary", (await As(Role.Receptionist).Search("/reception/patients", "marr 0777")).Main);
        Assert.DoesNotContain("MARRIED", (await As(Role.Receptionist).Search("/reception/patients", "maiden mary")).Main);
    }

    [Fact]
    public async Task An_estimated_birth_date_stays_an_estimate()
    {
        var patient = Patient.Register(new("About", "Abel"), Sex.Male, Birth.About(45, new(2025, 6, 1)), Given.Receptionist);
        await App.Save(patient);
        var form = await As(Role.Receptionist).Open($"/reception/patients/{patient.Id}/edit");

        await form.Submit(("Input.Language", "Tamil"));

        var fresh = await App.UsingDb(db => db.Patients.SingleAsync(p => p.Id == patient.Id));
        Assert.Equal((new DateOnly(1980, 1, 1), true, "Tamil"), (fresh.BirthDate, fresh.BirthDateIsEstimated, fresh.Language));
    }

    [Fact]
    public async Task A_form_of_another_patient_is_refused()
    {
        var (one, two) = (Given.Patient("One"), Given.Patient("Two"));
        await App.Save(one, two);
        var form = await As(Role.Receptionist).Open($"/reception/patients/{one.Id}/edit");
        form.Document.QuerySelector("main form")!.SetAttribute("action", $"/reception/patients/{two.Id}/edit");

        var refused = await form.Submit(("Input.FamilyName", "Changed"));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal(0, await App.UsingDb(db => db.Patients.CountAsync(p => p.FamilyName == "Changed")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/edit")]
    [InlineData("/book")]
    public async Task An_unknown_patient_is_not_found(string page) =>
        Assert.Equal(HttpStatusCode.NotFound, (await As(Role.Receptionist).Open($"/reception/patients/{Guid.NewGuid()}{page}")).Status);

    [Fact]
    public async Task A_search_without_a_match_leads_to_registration()
    {
        var page = await As(Role.Receptionist).Search("/reception/patients", "zzyzx");

        Assert.Contains("No patient fits “zzyzx”.", page.Main);
        Assert.Equal("/reception/patients/new", (await page.Click("register a new patient")).Path);
    }

    [Fact]
    public async Task The_search_is_one_command_the_bell_another_and_the_trail_a_third()
    {
        await As(Role.Receptionist).Open("/reception/patients");

        var found = await As(Role.Receptionist).Search("/reception/patients", "jane smith 42");
        Assert.Equal(3, await CommandsOf(() => As(Role.Receptionist).Open(found.PathAndQuery)));
    }
}

using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Staff;
using HospitalWeb.E2E.Support;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;

namespace HospitalWeb.E2E.Journeys;

/// <summary>One patient's way through the hospital, from the telephone call to the receipt and the portal at home.</summary>
public sealed partial class Visit(Journey journey) : IClassFixture<Journey>
{
    private readonly Practitioner doctor = Given.Doctor("Patel", "Asha");
    private readonly Practitioner nurse = Given.Practitioner(Profession.Nurse, "Okoye", "Ngozi");
    private Patient patient = null!;

    [Fact]
    public async Task A_patient_is_booked_seen_treated_billed_and_reads_it_all_at_home()
    {
        await journey.App.OpenAnyChartAsync(false);
        await journey.App.Save([doctor, nurse, .. Given.EveryDay(doctor)]);
        await StockAndPricesAsync();
        patient = await ImportedPatientAsync() ?? await RegisteredPatientAsync();

        await BookAndCheckInAsync();
        await TakeVitalsAsync();
        await SeeTheDoctorAsync();
        await WorkInTheLaboratoryAsync();
        await DispenseAsync();
        await BillAndPayAsync();
        await ReadItAllAtHomeAsync();
    }

    private async Task BookAndCheckInAsync()
    {
        var receptionist = await journey.SignInAsync(Role.Receptionist);
        await receptionist.ChecksPageAsync();

        await receptionist.OpenAsync("/reception/patients");
        await receptionist.FillAsync("Name, birth date, phone or MRN", patient.FamilyName);
        await receptionist.PressAsync("Search");
        await receptionist.ChecksPageAsync();
        await receptionist.OpenAsync($"/reception/patients/{patient.Id}");
        await receptionist.ChecksPageAsync();
        await receptionist.FollowAsync("Book an appointment");
        await receptionist.ChooseAsync("Doctor", doctor.DisplayName);
        await receptionist.PressAsync("Show free times");
        await receptionist.TickAsync("10:00");
        await receptionist.ChooseAsync("Reason", "Consultation");
        await receptionist.ChecksPageAsync();
        await receptionist.PressAsync("Book appointment");
        await receptionist.ChecksPageAsync();

        await receptionist.OpenAsync("/reception");
        await receptionist.ChecksPageAsync();
        await receptionist.FollowAsync("Check in");
        await receptionist.ChecksPageAsync();
        await receptionist.PressAsync("Check in");
        await receptionist.SeesAsync("checked in");
    }

    private async Task TakeVitalsAsync()
    {
        var carer = await journey.SignInAsync(Role.Nurse, nurse);
        await carer.SeesAsync("Waiting for vitals");
        await carer.ChecksPageAsync();

        await carer.FollowAsync("Triage");
        await carer.ChecksPageAsync();
        await carer.Page.Locator("main input[type=radio]").Nth(1).CheckAsync();
        await carer.PressAsync("Save the priority");
        await carer.OpenAsync($"/nurse/patients/{patient.Id}/vitals/record");
        await carer.FillAsync("Systolic blood pressure", "128");
        await carer.FillAsync("Diastolic blood pressure", "82");
        await carer.FillAsync("Heart rate", "76");
        await carer.FillAsync("Respiratory rate", "16");
        await carer.FillAsync("Temperature", "370");
        await carer.FillAsync("Oxygen saturation", "98");
        await carer.FillAsync("Weight", "70");
        await carer.FillAsync("Height", "172");
        await carer.PressAsync("Record vitals");
        await carer.SeesAsync("There is a problem");
        await carer.ChecksPageAsync();
        await carer.FillAsync("Temperature", "37.0");
        await carer.PressAsync("Record vitals");
        await carer.SeesAsync("NEWS2");
        await carer.ChecksPageAsync();

        await carer.OpenAsync($"/nurse/patients/{patient.Id}/allergies/record");
        await carer.FillAsync("Substance", "penicillin");
        await carer.FillAsync("Reaction", "rash");
        await carer.ChecksPageAsync();
        await carer.PressAsync("Record the allergy");
        if (await carer.Page.GetByText("What is meant").IsVisibleAsync())
        {
            await carer.Page.Locator("main input[type=radio]").First.CheckAsync();
            await carer.PressAsync("Record the allergy");
        }
        await carer.SeesAsync("Known allergies");
        await carer.ChecksPageAsync();
    }
}

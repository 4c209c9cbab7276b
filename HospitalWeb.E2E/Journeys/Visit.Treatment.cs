using System.Text.RegularExpressions;
using HospitalWeb.E2E.Support;
using HospitalWeb.Security;

namespace HospitalWeb.E2E.Journeys;

/// <summary>The visit's second chapter: doctor, laboratory and pharmacy.</summary>
public sealed partial class Visit
{
    private async Task SeeTheDoctorAsync()
    {
        var physician = await journey.SignInAsync(Role.Doctor, doctor);
        await physician.SeesAsync("My patients today");
        await physician.ChecksPageAsync();
        await physician.OpenAsync($"/doctor/patients/{patient.Id}");
        await physician.ChecksPageAsync();

        await physician.FollowAsync("VIS-");
        await physician.ChecksPageAsync();
        var visit = physician.Page.Url;
        await physician.OpenAsync($"{visit}/note");
        await physician.FillAsync("Chief complaint", "Cough and fever for three days");
        await physician.FillAsync("Assessment", "Bacterial bronchitis");
        await physician.FillAsync("Plan", "Doxycycline, blood count, rest");
        await physician.FillAsync("Advice for the patient", "Rest, drink enough and come back in two weeks.");
        await physician.SeesAsync("Saved ");
        await physician.ChecksPageAsync();
        await physician.PressAsync("Save and go to signing");
        // What was typed last is kept first, and then the page changes.
        await physician.SeesAsync("Signing cannot be undone.");
        await physician.ChecksPageAsync();
        await physician.PressAsync("Sign the note");
        await physician.OpenAsync($"{visit}/diagnoses/add");
        await physician.FillAsync("Words or code", "bronchitis");
        await physician.PressAsync("Search");
        await physician.Page.Locator("main form[method=post] input[type=radio]").First.CheckAsync();
        await physician.ChecksPageAsync();
        await physician.PressAsync("Add the diagnosis");

        await PrescribeAsync(physician);

        await physician.OpenAsync($"/doctor/patients/{patient.Id}/lab-orders/new");
        await physician.TickAsync("Full blood count");
        await physician.ChecksPageAsync();
        await physician.PressAsync("Order these tests");
        await physician.SeesAsync("LAB-");
        await physician.OpenAsync($"{visit}/complete");
        await physician.ChecksPageAsync();
        await physician.PressAsync("Complete the visit");
    }

    // What the class forbids is refused, whatever the note says; what it does not forbid is signed.
    private async Task PrescribeAsync(Person physician)
    {
        await AddMedicineAsync(physician, "amoxicillin");
        await physician.SeesAsync("Stop");
        await physician.ChecksPageAsync();
        await physician.FollowAsync("Go to signing");
        await physician.FillAsync("Note to the pharmacist", "Patient allergic to penicillin - verified safe alternative");
        await physician.PressAsync("Sign prescription");
        await physician.SeesAsync("There is a problem");
        await physician.ChecksPageAsync();
        await physician.FollowAsync("Back to the draft");
        await physician.PressAsync("Remove amoxicillin");

        await physician.FollowAsync("Add another medicine");
        await ChooseMedicineAsync(physician, "doxycycline");
        await physician.FollowAsync("Go to signing");
        await physician.ChecksPageAsync();
        await physician.PressAsync("Sign prescription");
        await physician.SeesAsync("PRX-");
        await physician.ChecksPageAsync();
    }

    private async Task AddMedicineAsync(Person physician, string medicine)
    {
        await physician.OpenAsync($"/doctor/patients/{patient.Id}/prescriptions/new");
        await physician.ChecksPageAsync();
        await ChooseMedicineAsync(physician, medicine);
    }

    private static async Task ChooseMedicineAsync(Person physician, string medicine)
    {
        await physician.OpenAsync($"{physician.Page.Url.Split('?')[0]}?q={medicine}");
        await physician.Page.Locator("main input[type=radio]").First.CheckAsync();
        await physician.PressAsync("Choose");
        await physician.FillAsync("Dose", "100");
        await physician.ChooseAsync("How often", "Twice a day");
        await physician.FillAsync("Duration", "7");
        await physician.ChecksPageAsync();
        await physician.PressAsync("Add to prescription");
    }

    private async Task WorkInTheLaboratoryAsync()
    {
        var technician = await journey.SignInAsync(Role.LabTechnician);
        await technician.ChecksPageAsync();
        await technician.FollowAsync(patient.ListName);
        await technician.ChecksPageAsync();
        var order = technician.Page.Url;
        await technician.FollowAsync("Collect specimens");
        await technician.TickAsync("I have checked name and birth date with the patient or the wristband");
        await technician.ChecksPageAsync();
        await technician.PressAsync("Collect");
        await technician.OpenAsync(order);
        var label = Regex.Match(await technician.Page.Locator("main").InnerTextAsync(), @"ACC-\d+").Value;
        await technician.FollowAsync("Receive");
        await technician.FillAsync("Label number", label);
        await technician.ChecksPageAsync();
        await technician.PressAsync("Receive");
        await technician.OpenAsync(order);
        await technician.FollowAsync("Enter results");
        foreach (var box in await technician.Page.Locator("main table input[type=text]").AllAsync())
        {
            var range = await box.EvaluateAsync<string>("e => e.closest('tr').innerText");
            await box.FillAsync(Between(range));
        }
        await technician.ChecksPageAsync();
        await technician.PressAsync("Save results");

        var second = await journey.SignInAsync(Role.LabTechnician);
        await second.OpenAsync(order);
        await second.FollowAsync("Verify");
        await second.ChecksPageAsync();
        await second.PressAsync("Verify");
        await second.OpenAsync(order);
        await second.FollowAsync("Release");
        await second.ChecksPageAsync();
        await second.PressAsync("Release to the patient");
    }

    // A value inside the range that the row shows: "4.0 to 10.0".
    private static string Between(string row)
    {
        var match = Regex.Match(row, @"(\d+(?:\.\d+)?) to (\d+(?:\.\d+)?)");
        return match.Success ? match.Groups[2].Value : "5";
    }

    private async Task DispenseAsync()
    {
        var pharmacist = await journey.SignInAsync(Role.Pharmacist);
        await pharmacist.ChecksPageAsync();
        await pharmacist.FollowAsync(patient.ListName);
        await pharmacist.ChecksPageAsync();
        await pharmacist.FollowAsync("Dispense");
        await pharmacist.ChecksPageAsync();
        await pharmacist.PressAsync("Dispense");
        await pharmacist.SeesAsync("ispensed");
        await pharmacist.ChecksPageAsync();
    }
}

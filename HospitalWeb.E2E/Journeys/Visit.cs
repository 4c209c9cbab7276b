using System.Text.RegularExpressions;
using HospitalWeb.Data.Billing;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Billing;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Prescribing;
using HospitalWeb.Domain.Staff;
using HospitalWeb.E2E.Support;
using HospitalWeb.Interop.Fhir;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.E2E.Journeys;

/// <summary>One patient's way through the hospital, from the telephone call to the receipt and the portal at home.</summary>
public sealed class Visit(Journey journey) : IClassFixture<Journey>
{
    private readonly Practitioner doctor = Given.Doctor("Patel", "Asha");
    private readonly Practitioner nurse = Given.Practitioner(Profession.Nurse, "Okoye", "Ngozi");
    private Patient patient = null!;

    [Fact]
    public async Task A_patient_is_booked_seen_treated_billed_and_reads_it_all_at_home()
    {
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

        await receptionist.OpenAsync($"/reception/patients?q={Uri.EscapeDataString(patient.FamilyName)}");
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
        await physician.ChecksPageAsync();
        await physician.PressAsync("Save and go to signing");
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

    private async Task BillAndPayAsync()
    {
        var clerk = await journey.SignInAsync(Role.BillingClerk);
        await clerk.ChecksPageAsync();
        await clerk.OpenAsync($"/billing/patients/{patient.Id}");
        await clerk.ChecksPageAsync();
        await clerk.FollowAsync("Make a bill");
        await clerk.ChecksPageAsync();
        await clerk.PressAsync("Draft the bill");
        await clerk.FollowAsync("Issue the bill");
        await clerk.ChecksPageAsync();
        await clerk.PressAsync("Issue the bill");
        await clerk.SeesAsync("BIL-00001");
        await clerk.ChecksPageAsync();
        var bill = clerk.Page.Url;

        await PayAsync(clerk, bill, "Cash", "10");
        await clerk.OpenAsync(bill);
        await clerk.ChecksPageAsync();
        await PayAsync(clerk, bill, "Card", null);
        await clerk.OpenAsync(bill);
        await clerk.SeesAsync("Paid");
        await clerk.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Refund" }).First.ClickAsync();
        await clerk.FillAsync("Amount", "1");
        await clerk.FillAsync("Reason", "Charged too much for dressing");
        await clerk.ChecksPageAsync();
        await clerk.PressAsync("Refund this payment");
        await clerk.SeesAsync("refund");
        await clerk.ChecksPageAsync();
    }

    private static async Task PayAsync(Person clerk, string bill, string method, string? amount)
    {
        await clerk.OpenAsync($"{bill}/pay");
        await clerk.ChooseAsync("Method", method);
        if (amount is not null) await clerk.FillAsync("Amount", amount);
        await clerk.ChecksPageAsync();
        await clerk.PressAsync("Take the payment");
        await clerk.SeesAsync("RCT-");
    }

    private async Task ReadItAllAtHomeAsync()
    {
        var atHome = await journey.SignInAsync(Role.Patient, patient: patient.Id);
        foreach (var page in new[] { "", "/appointments", "/visits", "/results", "/prescriptions", "/bills" })
        {
            await atHome.OpenAsync($"/patient{page}");
            await atHome.ChecksPageAsync();
        }
        await atHome.OpenAsync("/patient/prescriptions");
        await atHome.SeesAsync("oxycycline");
        await atHome.OpenAsync("/patient/results");
        await atHome.SeesAsync("aemoglobin");
        await atHome.OpenAsync("/patient/bills");
        await atHome.SeesAsync("BIL-00001");
    }

    private async Task StockAndPricesAsync()
    {
        var today = DateOnly.FromDateTime(journey.App.Clock.Now.Date);
        await journey.App.UsingDb(async db =>
        {
            foreach (var medication in await db.Set<Medication>().Where(m => m.GenericName == "doxycycline").ToListAsync())
                db.Add(Given.Goods(medication, 500, today.AddYears(1)));
            db.AddRange(PriceListFile.Read().Select(row => new Service { Code = row.Code, Name = row.Name, Price = new Money(row.DemoPrice, new("GBP")), EffectiveFrom = today.AddYears(-1) }));
            await db.SaveChangesAsync();
        });
    }

    /// <summary>A whole imported life, where the sample data lies beside the checkout.</summary>
    private async Task<Patient?> ImportedPatientAsync()
    {
        var folder = Path.Combine(TestServer.Repository, "..", "shared", "data", "synthea-ca-2022", "fhir");
        if (!Directory.Exists(folder)) return null;

        var files = Directory.GetFiles(folder).Where(file => Path.GetFileName(file).StartsWith("Aurea194", StringComparison.Ordinal) || file.Contains("nformation", StringComparison.Ordinal)).ToArray();
        var import = new FhirImport(journey.App.Services.GetRequiredService<IServiceScopeFactory>(), journey.App.Clock) { Output = TextWriter.Null };
        Assert.Equal(0, await import.RunAsync(files, CancellationToken.None));
        return await journey.App.UsingDb(db => db.Patients.SingleAsync(p => p.FamilyName.StartsWith("McGlynn")));
    }

    private async Task<Patient> RegisteredPatientAsync()
    {
        var registered = Given.Patient("Farías", "María", Sex.Female);
        await journey.App.Save(registered);
        return registered;
    }
}

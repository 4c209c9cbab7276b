using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Staff;
using HospitalWeb.E2E.Support;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.Playwright;

namespace HospitalWeb.E2E.Journeys;

/// <summary>A patient's days on a ward, as the bed board shows them.</summary>
public sealed class WardStay(Journey journey) : IClassFixture<Journey>
{
    private readonly Practitioner doctor = Given.Doctor("Patel", "Asha");
    private readonly Patient patient = Given.Patient("Whitfield", "Clara", phone: "020 7946 0991");
    private Person manager = null!;

    [Fact]
    public async Task A_bed_is_free_then_occupied_then_cleaned_and_free_again()
    {
        await journey.App.OpenAnyChartAsync(false);
        await journey.App.Save(doctor, patient, Given.AWard(beds: 2, name: "Birch"));
        manager = await journey.SignInAsync(Role.WardManager);

        await OpenBoardAsync();
        await BoardShowsAsync("1", "Free");
        await BoardShowsAsync("2", "Free");
        await AdmitToFirstBedAsync();
        await TransferToSecondBedAsync();
        await DischargeAsync();
        await CleanAsync("1");
        await CleanAsync("2");
        await manager.ChecksPageAsync();
    }

    [Fact]
    public async Task A_bed_is_kept_for_somebody_blocked_and_given_back()
    {
        await journey.App.Save(Given.AWard(beds: 1, name: "Rowan"));
        manager = await journey.SignInAsync(Role.WardManager);

        await OpenBoardAsync();
        await ChangeAsync("Rowan, bed 1", "Reserve");
        await manager.FillAsync("For whom", "A patient from theatre");
        await manager.ChecksPageAsync();
        await manager.PressAsync("Reserve this bed");
        await manager.SeesAsync("For A patient from theatre");
        await manager.ChecksPageAsync();
        await ChangeAsync("Rowan, bed 1", "Block");
        await manager.FillAsync("Reason", "The bed rail is broken");
        await manager.ChecksPageAsync();
        await manager.PressAsync("Block this bed");
        await manager.SeesAsync("Why: The bed rail is broken");
        await manager.ChecksPageAsync();
        await ChangeAsync("Rowan, bed 1", "Give back");
        await manager.ChecksPageAsync();
        await manager.PressAsync("Give this bed back");
        await manager.SeesAsync("Rowan, bed 1 is free");
    }

    private async Task AdmitToFirstBedAsync()
    {
        await manager.FollowAsync("Admit a patient");
        await manager.ChecksPageAsync();
        await manager.FillAsync("Who is admitted?", patient.FamilyName);
        await manager.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await manager.ChecksPageAsync();
        await manager.FollowAsync(patient.ListName);
        await manager.ChooseAsync("Bed", "Birch, bed 1");
        await manager.ChooseAsync("Doctor in charge", doctor.DisplayName);
        await manager.PressAsync("Admit");
        await manager.SeesAsync("There is a problem");
        await manager.ChecksPageAsync();
        await manager.FillAsync("Reason for admission", "Pneumonia");
        await manager.PressAsync("Admit");
        await manager.SeesAsync("is admitted to");
        await manager.ChecksPageAsync();

        await OpenBoardAsync();
        await BoardShowsAsync("1", "Occupied", patient.ListName);
        await BoardShowsAsync("2", "Free");
    }

    private async Task TransferToSecondBedAsync()
    {
        await journey.PassAsync(TimeSpan.FromHours(3));
        await ChangeAsync("Birch, bed 1", "Transfer");
        await manager.ChooseAsync("New bed", "Birch, bed 2");
        await manager.ChecksPageAsync();
        await manager.PressAsync("Transfer");
        await manager.SeesAsync("lies in");
        await manager.ChecksPageAsync();

        await OpenBoardAsync();
        await BoardShowsAsync("1", "Cleaning");
        await BoardShowsAsync("2", "Occupied", patient.ListName);
    }

    private async Task DischargeAsync()
    {
        await journey.PassAsync(TimeSpan.FromHours(2));
        await ChangeAsync("Birch, bed 2", "Discharge");
        await manager.ChooseAsync("Where the patient goes", "Home");
        await manager.FillAsync("Discharge summary", "Pneumonia, treated. Antibiotics for three more days.");
        await manager.ChecksPageAsync();
        await manager.PressAsync("Discharge");
        await manager.SeesAsync("is discharged");
        await manager.ChecksPageAsync();

        await OpenBoardAsync();
        await BoardShowsAsync("1", "Cleaning");
        await BoardShowsAsync("2", "Cleaning");
    }

    private async Task CleanAsync(string bed)
    {
        await manager.Page.GetByRole(AriaRole.Button, new() { NameRegex = new($"Mark cleaned.*bed {bed}$") }).ClickAsync();
        await manager.SeesAsync($"Birch, bed {bed} is free");
        await BoardShowsAsync(bed, "Free");
    }

    private async Task OpenBoardAsync()
    {
        await manager.OpenAsync("/wards");
        await manager.ChecksPageAsync();
    }

    private async Task ChangeAsync(string bed, string change)
    {
        var menu = manager.Page.Locator("details.hw-more", new() { HasText = bed });
        await menu.Locator("summary").ClickAsync();
        await menu.GetByRole(AriaRole.Link, new() { Name = change, Exact = true }).ClickAsync();
        await manager.Page.WaitForURLAsync(url => !url.EndsWith("/wards", StringComparison.Ordinal));
    }

    private async Task BoardShowsAsync(string bed, string state, string who = "")
    {
        var place = manager.Page.Locator(".hw-bed", new() { HasText = $"Birch, bed {bed}" }).Filter(new() { HasText = who });
        await place.Locator(".hw-status", new() { HasText = state }).WaitForAsync();
    }
}

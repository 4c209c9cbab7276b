using HospitalWeb.E2E.Support;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;

namespace HospitalWeb.E2E.Journeys;

/// <summary>One patient's way through the hospital, from the telephone call to the receipt.</summary>
public sealed class Visit(Journey journey) : IClassFixture<Journey>
{
    [Fact]
    public async Task A_patient_is_booked_seen_treated_billed_and_reads_it_all_at_home()
    {
        var doctor = Given.Doctor("Patel", "Asha");
        await journey.App.Save([doctor, .. Given.EveryDay(doctor)]);
        var receptionist = await journey.SignInAsync(Role.Receptionist);

        await receptionist.ChecksPageAsync();
        await receptionist.FollowAsync("Register a patient");
        await receptionist.ChecksPageAsync();
        await receptionist.FillAsync("Family name", "Farías");
        await receptionist.FillAsync("Given name", "María");
        await receptionist.FillAsync("Birth date", "14 jul 1965");
        await receptionist.ChooseAsync("Sex", "Female");
        await receptionist.PressAsync("Register patient");
        await receptionist.SeesAsync("is registered as PAT-");
        await receptionist.ChecksPageAsync();
        await receptionist.OpenAsync("/reception/patients?q=farias");
        await receptionist.ChecksPageAsync();
        await receptionist.FollowAsync("Book");
        await receptionist.ChooseAsync("Doctor", "Dr A Patel");
        await receptionist.PressAsync("Show free times");
        await receptionist.TickAsync("10:00");
        await receptionist.ChecksPageAsync();
        await receptionist.PressAsync("Book appointment");
        await receptionist.ChecksPageAsync();
        await receptionist.OpenAsync("/reception");
        await receptionist.ChecksPageAsync();
    }
}

using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Staff;
using HospitalWeb.E2E.Support;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.Playwright;

namespace HospitalWeb.E2E.Journeys;

/// <summary>The desk on a small telephone, in a browser that runs no script.</summary>
public sealed class WithoutJavaScript(Journey journey) : IClassFixture<Journey>
{
    private const int SmallestWidth = 360;
    private readonly Practitioner doctor = Given.Doctor("Patel", "Asha");
    private readonly Patient patient = Given.Patient("Featherstonehaugh", "Maximiliana", phone: "020 7946 0991");
    private Person receptionist = null!;

    [Fact]
    public async Task A_patient_is_found_booked_and_checked_in()
    {
        await journey.App.Save([doctor, patient, .. Given.EveryDay(doctor)]);
        receptionist = await journey.SignInAsync(Role.Receptionist, javaScript: false, width: SmallestWidth);
        await FitsAsync();

        await receptionist.OpenAsync("/reception/patients");
        await FitsAsync();
        await receptionist.FillAsync("Name, birth date, phone or MRN", "feather");
        await receptionist.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await FitsAsync();
        await receptionist.FollowAsync(patient.ListName);
        await FitsAsync();

        await BookAsync();
        await CheckInAsync();
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_reads_and_signs_in_on_a_small_telephone()
    {
        var visitor = await journey.AnybodyAsync(javaScript: false, width: SmallestWidth);

        foreach (var path in new[] { "/", "/doctors", "/Identity/Account/Login", "/Identity/Account/ForgotPassword" })
        {
            await visitor.OpenAsync(path);
            await FitsAsync(visitor);
        }
    }

    private async Task BookAsync()
    {
        await receptionist.FollowAsync("Book an appointment");
        await FitsAsync();
        await receptionist.ChooseAsync("Doctor", doctor.DisplayName);
        await receptionist.PressAsync("Show free times");
        await FitsAsync();
        await receptionist.TickAsync("10:00");
        await receptionist.PressAsync("Book appointment");
        await receptionist.SeesAsync("There is a problem");
        await FitsAsync();
        await receptionist.ChooseAsync("Reason", "Consultation");
        await receptionist.PressAsync("Book appointment");
        await receptionist.SeesAsync("is booked with");
        await FitsAsync();
    }

    private async Task CheckInAsync()
    {
        await receptionist.OpenAsync("/reception");
        await FitsAsync();
        await receptionist.FollowAsync("Check in");
        await FitsAsync();
        await receptionist.PressAsync("Check in");
        await receptionist.SeesAsync("is checked in");
        await FitsAsync();
    }

    private Task FitsAsync() => FitsAsync(receptionist);

    /// <summary>Nobody scrolls sideways; whatever reaches too far to the right is named.</summary>
    private static async Task FitsAsync(Person person)
    {
        // What is measured before its style has come is not the page.
        await person.Page.WaitForLoadStateAsync();
        var tooWide = await person.Page.EvaluateAsync<string[]>("""
            width => document.documentElement.scrollWidth <= width ? [] :
                ["", ...[...document.body.querySelectorAll("*")].filter(e => e.scrollWidth > width || e.getBoundingClientRect().right > width).reverse().map(e => e.outerHTML.slice(0, 150))]
            """, SmallestWidth);
        Assert.True(tooWide.Length == 0, $"{person.Page.Url} is too wide:{string.Join('\n', tooWide.Take(6))}");
    }
}

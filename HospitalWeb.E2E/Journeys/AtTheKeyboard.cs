using HospitalWeb.Data.Nursing;
using HospitalWeb.E2E.Support;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace HospitalWeb.E2E.Journeys;

public sealed class AtTheKeyboard(Journey journey) : IClassFixture<Journey>
{
    [Fact]
    public async Task A_medicine_is_searched_and_chosen_by_keys_alone()
    {
        var (patient, doctor) = (Given.NotAllergic(), Given.Doctor());
        await journey.App.Save(patient, doctor, Given.Amoxicillin());
        var person = await journey.SignInAsync(Role.Doctor, doctor);
        await person.OpenAsync($"/doctor/patients/{patient.Id}/prescriptions/new");
        var (box, first) = (person.Page.GetByRole(AriaRole.Combobox), person.Page.GetByRole(AriaRole.Option).First);

        await box.PressSequentiallyAsync("zzq");
        await person.SeesAsync("No match for \"zzq\"");
        await box.FillAsync("");
        await box.PressSequentiallyAsync("a");
        await person.SeesAsync("Type one more letter");
        await box.PressSequentiallyAsync("m");
        await first.WaitForAsync();
        var name = await first.Locator("b").InnerTextAsync();
        await box.PressAsync("ArrowDown");
        await Assertions.Expect(first).ToHaveAttributeAsync("aria-selected", "true");
        await box.PressAsync("Escape");
        await Assertions.Expect(first).ToBeHiddenAsync();

        // Leaving the box by Tab chooses nothing.
        await box.PressAsync("ArrowDown");
        await box.PressAsync("Tab");
        Assert.DoesNotContain("medication=", person.Page.Url);

        await box.FocusAsync();
        await box.PressAsync("ArrowDown");
        await box.PressAsync("Enter");
        await person.Page.WaitForURLAsync("**/new?medication=*");
        Assert.Equal(name, await person.Page.Locator(".hw-chosen b").First.InnerTextAsync());
    }

    [Fact]
    public async Task Two_patients_in_two_tabs_are_told_apart_and_each_form_writes_to_its_own()
    {
        var (mine, other) = (Given.Patient("Abara"), Given.Patient("Zhukova"));
        await journey.App.Save(mine, other);
        var nurse = await journey.SignInAsync(Role.Nurse);
        var second = new Person(await nurse.Page.Context.NewPageAsync());
        await nurse.OpenAsync($"/nurse/patients/{mine.Id}/vitals/record");
        await second.OpenAsync($"/nurse/patients/{other.Id}/vitals/record");

        Assert.StartsWith("ABARA, ", await nurse.Page.TitleAsync());
        Assert.StartsWith("ZHUKOVA, ", await second.Page.TitleAsync());

        await nurse.FillAsync("Heart rate", "71");
        await nurse.PressAsync("Record vitals");
        await nurse.Page.WaitForURLAsync("**/vitals");
        await second.FillAsync("Heart rate", "82");
        await second.PressAsync("Record vitals");
        await second.Page.WaitForURLAsync("**/vitals");

        var saved = await journey.App.UsingDb(db => db.VitalSigns.Where(v => v.PatientId == mine.Id || v.PatientId == other.Id).ToDictionaryAsync(v => v.PatientId, v => v.HeartRatePerMin));
        Assert.Equal((71, 82), (saved[mine.Id], saved[other.Id]));
    }
}

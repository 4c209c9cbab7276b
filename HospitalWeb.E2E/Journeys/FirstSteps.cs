using HospitalWeb.E2E.Support;
using HospitalWeb.Security;
using Microsoft.Playwright;

namespace HospitalWeb.E2E.Journeys;

public sealed class FirstSteps(Journey journey) : IClassFixture<Journey>
{
    [Fact]
    public async Task Somebody_who_signs_in_looks_after_their_own_account()
    {
        var nurse = await journey.SignInAsync(Role.Nurse);

        foreach (var page in new[] { "", "/ChangePassword", "/TwoFactorAuthentication", "/EnableAuthenticator" })
        {
            await nurse.OpenAsync("/Identity/Account/Manage" + page);
            await nurse.ChecksPageAsync();
        }
        await nurse.PressAsync("Start");
        await nurse.ChecksPageAsync();
        await nurse.PressAsync("Sign out");
        await nurse.OpenAsync("/Identity/Account/ForgotPassword");
        await nurse.ChecksPageAsync();
        await nurse.OpenAsync("/Identity/Account/Login");
        await nurse.ChecksPageAsync();
    }

    [Fact]
    public async Task A_computer_left_alone_is_locked_and_keeps_what_was_typed()
    {
        var desk = await journey.SignInAsync(Role.Receptionist);
        await desk.OpenAsync("/reception/patients/new");
        await desk.FillAsync("Family name", "Halfway");

        journey.App.Clock.Now += TimeSpan.FromMinutes(16);
        await desk.Page.EvaluateAsync("dispatchEvent(new Event('focus'))");
        var dialog = desk.Page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog).ToContainTextAsync("What you typed is kept.");
        await Assertions.Expect(desk.Page.Locator("main")).ToBeHiddenAsync();
        await desk.ChecksPageAsync();

        await dialog.GetByLabel("Password").FillAsync("not this one");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Unlock" }).ClickAsync();
        await Assertions.Expect(dialog).ToContainTextAsync("The password is wrong");
        await dialog.GetByLabel("Password").FillAsync(Journey.Password);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Unlock" }).ClickAsync();
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        await Assertions.Expect(desk.Page.GetByLabel("Family name").First).ToHaveValueAsync("Halfway");
    }
}

using HospitalWeb.E2E.Support;
using HospitalWeb.Security;

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
        await nurse.PressAsync("Sign out");
        await nurse.OpenAsync("/Identity/Account/ForgotPassword");
        await nurse.ChecksPageAsync();
        await nurse.OpenAsync("/Identity/Account/Login");
        await nurse.ChecksPageAsync();
    }
}

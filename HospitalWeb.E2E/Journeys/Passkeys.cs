using HospitalWeb.Data.Accounts;
using HospitalWeb.Data.Mail;
using HospitalWeb.E2E.Support;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace HospitalWeb.E2E.Journeys;

public sealed class Passkeys(Journey journey) : IClassFixture<Journey>
{
    private const string Manage = "/Identity/Account/Manage/Passkeys", Login = "/Identity/Account/Login", Refusal = "This passkey was not accepted";

    // Browsers know no passkeys for a bare address.
    private string Address => $"http://localhost:{new Uri(journey.Address).Port}";

    [Fact]
    public async Task A_passkey_is_added_renamed_signs_in_unlocks_and_opens_nothing_once_it_is_removed()
    {
        var nurse = await WithPasskeyAsync();
        await nurse.ChecksPageAsync();

        await nurse.FollowAsync("Rename");
        await nurse.ChecksPageAsync();
        await nurse.FillAsync("Name", "Old phone");
        await nurse.PressAsync("Save the name");
        await nurse.SeesAsync("The passkey is now called Old phone.");

        await nurse.PressAsync("Sign out");
        await SignInAsync(nurse);
        Assert.True(await journey.App.UsingDb(db => db.Sessions.AnyAsync(s => s.EndedAt == null && s.Method == "hwk")));

        journey.App.Clock.Now += TimeSpan.FromMinutes(16);
        await nurse.Page.EvaluateAsync("dispatchEvent(new Event('focus'))");
        var dialog = nurse.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Use a passkey" }).ClickAsync();
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        journey.App.Clock.Now += TimeSpan.FromMinutes(16);
        await nurse.OpenAsync(Manage);
        await nurse.ChecksPageAsync();
        await nurse.PressAsync("Use a passkey");
        await nurse.Page.WaitForURLAsync($"**{Manage}");

        await nurse.FollowAsync("Remove");
        await nurse.ChecksPageAsync();
        await nurse.PressAsync("Remove the passkey");
        await nurse.SeesAsync("The passkey Old phone opens nothing any more.");
        await nurse.PressAsync("Sign out");
        await nurse.OpenAsync(Login);
        await nurse.SeesAsync(Refusal);
        await nurse.OpenAsync("/nurse");
        Assert.Contains(Login, nurse.Page.Url, StringComparison.Ordinal);
        var told = (await journey.App.UsingDb(db => db.OutgoingMails.OrderByDescending(m => m.QueuedAt).ToListAsync())).Where(m => m.Body.StartsWith("The passkey “", StringComparison.Ordinal)).Select(m => m.To).ToList();
        Assert.Equal(2, told.Count(owner => owner == told[0]));
    }

    [Fact]
    public async Task An_answer_opens_once_only_where_its_question_was_asked_and_within_five_minutes()
    {
        var (nurse, stranger) = (await WithPasskeyAsync(), await journey.AnybodyAsync(address: Address));
        await nurse.PressAsync("Sign out");
        await stranger.OpenAsync(Login);
        await nurse.OpenAsync("/privacy");
        var (own, late, foreign) = (await AnswerAsync(nurse, nurse), await AnswerAsync(nurse, nurse), await AnswerAsync(nurse, stranger));

        Assert.Equal("/nurse", await SendAsync(own));
        await SetUsesAsync(0);

        Assert.Equal((Login, Login), (await SendAsync(own), await SendAsync(foreign)));
        journey.App.Clock.Now += TimeSpan.FromMinutes(6);
        Assert.Equal(Login, await SendAsync(late));

        async Task<string> SendAsync(string answer) => await nurse.Page.EvaluateAsync<string>(Send, answer);
    }

    [Fact]
    public async Task An_answer_given_to_another_site_and_one_of_a_copied_passkey_open_nothing()
    {
        var nurse = await WithPasskeyAsync();
        await nurse.PressAsync("Sign out");
        await nurse.OpenAsync("/privacy");
        await nurse.Page.RouteAsync("http://localhost:9/**", route => route.FulfillAsync(new() { ContentType = "text/html", Body = "<title>Another site</title>" }));

        var question = await nurse.Page.EvaluateAsync<string>(Ask);
        await nurse.OpenAsync("http://localhost:9/");
        var phished = await nurse.Page.EvaluateAsync<string>(Prove, question);
        await nurse.OpenAsync("/privacy");
        Assert.Equal(Login, await nurse.Page.EvaluateAsync<string>(Send, phished));
        // The hospital has seen more uses of it than this device has counted: another device has a copy.
        await SetUsesAsync(1_000_000);
        Assert.Equal(Login, await nurse.Page.EvaluateAsync<string>(Send, await AnswerAsync(nurse, nurse)));
        await SetUsesAsync(0);
        Assert.Equal("/nurse", await nurse.Page.EvaluateAsync<string>(Send, await AnswerAsync(nurse, nurse)));
    }

    [Fact]
    public async Task A_patient_adds_a_passkey_signs_in_with_it_and_reads_the_own_record_and_no_other()
    {
        var patient = Given.Patient("Keyholder", "Kay");
        await journey.App.Save(patient);
        var kay = await WithPasskeyAsync(Role.Patient, patient.Id);

        await kay.PressAsync("Sign out");
        await SignInAsync(kay, "/patient");

        await kay.SeesAsync("Hello, A Patient");
        await kay.ChecksPageAsync();
        Assert.True(await journey.App.UsingDb(db => db.Sessions.AnyAsync(s => s.EndedAt == null && s.Method == "hwk" && db.Users.Any(a => a.Id == s.AccountId && a.PatientId == patient.Id))));
        await kay.OpenAsync("/nurse");
        Assert.Contains("AccessDenied", kay.Page.Url, StringComparison.Ordinal);
    }

    private async Task<Person> WithPasskeyAsync(Role role = Role.Nurse, Guid? patient = null)
    {
        var nurse = await journey.SignInAsync(role, patient: patient, address: Address);
        var browser = await nurse.Page.Context.NewCDPSessionAsync(nurse.Page);
        await browser.SendAsync("WebAuthn.enable");
        await browser.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new { protocol = "ctap2", transport = "internal", hasResidentKey = true, hasUserVerification = true, isUserVerified = true, automaticPresenceSimulation = true },
        });
        await nurse.OpenAsync(Manage);
        await nurse.FillAsync("Name of a new passkey", "New phone");
        await nurse.PressAsync("Add a passkey");
        await nurse.SeesAsync("The passkey New phone is added.");
        // Once, with the first passkey.
        await Assertions.Expect(nurse.Page.Locator("ol.hw-codes li")).ToHaveCountAsync(10);
        await nurse.ChecksPageAsync();
        await nurse.OpenAsync(Manage);
        return nurse;
    }

    // The browser offers the passkey by itself, and its user is there.
    private static async Task SignInAsync(Person nurse, string home = "/nurse")
    {
        await nurse.OpenAsync(Login);
        await nurse.Page.WaitForURLAsync($"**{home}");
    }

    /// <summary>What the nurse's passkey answers to a question that was put to somebody's browser.</summary>
    private static async Task<string> AnswerAsync(Person nurse, Person asked) => await nurse.Page.EvaluateAsync<string>(Prove, await asked.Page.EvaluateAsync<string>(Ask));

    private const string Ask = """
        async () => {
            const text = await (await fetch("/Identity/Account/Login")).text();
            const token = /__RequestVerificationToken" type="hidden" value="([^"]+)"/.exec(text)[1];
            return await (await fetch("/session/passkey/sign-in", { method: "POST", body: new URLSearchParams({ __RequestVerificationToken: token }) })).text();
        }
        """;

    private const string Prove = """
        async options => JSON.stringify(await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(options)) }))
        """;

    private const string Send = """
        async answer => {
            const text = await (await fetch("/Identity/Account/Login")).text();
            const token = /__RequestVerificationToken" type="hidden" value="([^"]+)"/.exec(text)[1];
            const sent = await fetch("/Identity/Account/Login?handler=Passkey", { method: "POST", body: new URLSearchParams({ __RequestVerificationToken: token, Credential: answer }) });
            return new URL(sent.url).pathname;
        }
        """;

    // A passkey that is kept in a cloud counts no uses: its answers have nothing but their challenge to tell them apart.
    private async Task SetUsesAsync(uint uses)
    {
        await using var scope = journey.App.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        foreach (var account in await accounts.Users.ToListAsync())
            foreach (var passkey in await accounts.GetPasskeysAsync(account))
            {
                passkey.SignCount = uses;
                await accounts.AddOrUpdatePasskeyAsync(account, passkey);
            }
    }
}

using System.Text.RegularExpressions;
using HospitalWeb.Data.Accounts;
using HospitalWeb.Domain.Staff;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace HospitalWeb.E2E.Support;

/// <summary>The hospital on a real port with a database of its own, and people who sign in to it in a real browser.</summary>
public sealed class Journey(TestServer server) : IAsyncLifetime
{
    public const string Password = "a password for journeys";
    private IPlaywright playwright = null!;
    private IBrowser chromium = null!;

    public HospitalApp App { get; } = new(server);
    public string Address { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        await App.InitializeAsync();
        App.UseKestrel(0);
        App.StartServer();
        Address = App.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("Printing__Chromium") ?? "/usr/bin/chromium",
            ChromiumSandbox = !Environment.IsPrivilegedProcess,
            Args = ["--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        await chromium.DisposeAsync();
        playwright.Dispose();
        await App.DisposeAsync();
    }

    /// <summary>Lets time go by while everybody stays at work: no session is locked.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        var now = App.Clock.Now += time;
        await App.UsingDb(db => db.Sessions.ExecuteUpdateAsync(s => s.SetProperty(x => x.LastActiveAt, now)));
    }

    /// <summary>Somebody at a browser of their own who has not signed in.</summary>
    public async Task<Person> AnybodyAsync(bool javaScript = true, int width = 1280, string? address = null)
    {
        var context = await chromium.NewContextAsync(new() { BaseURL = address ?? Address, JavaScriptEnabled = javaScript, ViewportSize = new() { Width = width, Height = 900 }, AcceptDownloads = true });
        context.SetDefaultTimeout(15_000);
        return new(await context.NewPageAsync());
    }

    /// <summary>A member of staff, or a patient at the portal, who has just signed in.</summary>
    public async Task<Person> SignInAsync(Role role, Practitioner? practitioner = null, Guid? patient = null, bool javaScript = true, int width = 1280, string? address = null)
    {
        var email = $"{role}-{Guid.NewGuid():N}@hospital.example".ToLowerInvariant();
        await using (var scope = App.Services.CreateAsyncScope())
        {
            var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
            var account = new Account { UserName = email, Email = email, EmailConfirmed = true, DisplayName = practitioner?.DisplayName ?? $"A {role}", PractitionerId = practitioner?.Id, PatientId = patient, CreatedAt = App.Clock.Now };
            Assert.True((await accounts.CreateAsync(account, Password)).Succeeded);
            await accounts.AddToRoleAsync(account, role.ToString());
        }

        var person = await AnybodyAsync(javaScript, width, address);
        await person.Page.GotoAsync("/Identity/Account/Login");
        await person.FillAsync("E-mail", email);
        await person.FillAsync("Password", Password);
        await person.PressAsync("Sign in");
        return person;
    }
}

/// <summary>Somebody at a browser.</summary>
public sealed class Person
{
    private readonly List<string> complaints = [];

    public Person(IPage page)
    {
        Page = page;
        page.Console += (_, message) => { if (message.Type == "error" && !IsAnswer(message.Text)) complaints.Add($"{page.Url}: {message.Text}"); };
        page.PageError += (_, error) => complaints.Add($"{page.Url}: {error}");
    }

    // Refusals are answers, and a live connection ends when its page is left or its session is locked.
    private static bool IsAnswer(string complaint) => complaint.Contains("status of 4", StringComparison.Ordinal) || complaint.StartsWith("WebSocket connection to ", StringComparison.Ordinal);

    public IPage Page { get; }

    public Task OpenAsync(string path) => Page.GotoAsync(path);

    public Task FillAsync(string label, string value) => Field(label).FillAsync(value);

    public Task ChooseAsync(string label, string choice) => Field(label).SelectOptionAsync(new SelectOptionValue { Label = choice });

    public Task TickAsync(string label) => Field(label).CheckAsync();

    public ILocator Field(string label) => Page.Locator("main").GetByLabel(new Regex($"^{Regex.Escape(label)}( \\(optional\\))?$")).First;

    public Task PressAsync(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();

    public Task FollowAsync(string link) => Page.GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync();

    public async Task SeesAsync(string words)
    {
        try
        {
            await Page.GetByText(words).First.WaitForAsync();
        }
        catch (TimeoutException)
        {
            Assert.Fail($"{Page.Url} does not say “{words}” but:\n{await Page.Locator("main").InnerTextAsync()}");
        }
    }

    /// <summary>Nothing on this page shuts anybody out, in either theme, and the browser has nothing to complain of.</summary>
    public async Task ChecksPageAsync()
    {
        foreach (var theme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await Page.EmulateMediaAsync(new() { ColorScheme = theme });
            var barriers = await Looks.BarriersAsync(Page);
            Assert.True(barriers.Length == 0, $"{Page.Url} ({theme}):\n{string.Join('\n', barriers)}");
        }
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        Assert.Equal([], complaints);
        if (Environment.GetEnvironmentVariable("HOSPITAL_SCREENSHOTS") is { Length: > 0 } folder) await ShootAsync(folder);
    }

    private async Task ShootAsync(string folder)
    {
        var name = string.Join('_', new Uri(Page.Url).AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(part => Guid.TryParse(part, out _) ? "id" : part));
        foreach (var (theme, width) in new[] { (ColorScheme.Light, 1280), (ColorScheme.Dark, 1280), (ColorScheme.Light, 360) })
        {
            await Page.EmulateMediaAsync(new() { ColorScheme = theme });
            await Page.SetViewportSizeAsync(width, 900);
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{(name is "" ? "home" : name)}-{theme}-{width}.png"), FullPage = true });
        }
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await Page.SetViewportSizeAsync(1280, 900);
    }
}

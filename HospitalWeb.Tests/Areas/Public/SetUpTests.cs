using System.Net;
using HospitalWeb.Data.Facilities;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Areas.Public;

/// <summary>On an empty database: nobody has set this hospital up.</summary>
public sealed class SetUpTests(TestServer server) : IAsyncLifetime
{
    private readonly HospitalApp app = new(server);

    private static (string, string)[] Answers(string code) =>
    [
        ("Input.Code", code), ("Input.HospitalName", "Lakeside Hospital"), ("Input.TimeZone", "Asia/Kolkata"), ("Input.Currency", "INR"),
        ("Input.AdministratorName", "Asha Rao"), ("Input.AdministratorEmail", "asha@lakeside.example"), ("Input.Password", "correct horse battery"),
    ];

    private string Code => app.Services.GetRequiredService<SetUpCode>().Value;

    [Fact]
    public async Task Every_page_leads_to_set_up_which_makes_the_administrator_who_then_signs_in_with_a_second_factor()
    {
        var browser = new Browser(app.CreateClient());
        var setUp = await browser.Open("/Identity/Account/Login");
        Assert.Equal("/set-up", setUp.Path);

        var signIn = await setUp.Submit(Answers(Code));
        Assert.Equal(SignIn.SignInPath, signIn.Path);
        var start = await signIn.Submit(("Input.Email", "asha@lakeside.example"), ("Input.Password", "correct horse battery"));
        var factor = await start.Submit();
        var key = factor.Text(".hw-key").Replace(" ", "", StringComparison.Ordinal);
        await factor.Submit(("Input.Code", TotpProvider.CodeOf(key, app.Clock.Now.ToUnixTimeSeconds() / 30)));
        var home = await browser.Open("/admin");

        Assert.Equal("/admin", home.Path);
        Assert.Equal("INR", await app.UsingDb(db => db.Facilities.Select(f => f.Currency).SingleAsync()) is var currency ? currency.Code : "");
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open("/set-up")).Status);
    }

    [Fact]
    public async Task Without_the_code_from_the_console_nothing_is_set_up_and_what_was_typed_stays()
    {
        var setUp = await new Browser(app.CreateClient()).Open("/set-up");

        var refused = await setUp.Submit(Answers("WRONGCODE1"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("This is not the set-up code.", refused.Errors);
        Assert.Equal("Lakeside Hospital", refused.Document.QuerySelector("#Input_HospitalName")!.GetAttribute("value"));
        Assert.Equal(0, await app.UsingDb(db => db.Facilities.CountAsync()) + await app.UsingDb(db => db.Users.CountAsync()));
    }

    public ValueTask InitializeAsync()
    {
        app.UseDatabase(server.Empty());
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}

using HospitalWeb.Data.Accounts;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Access;

/// <summary>Every page, every form and every other address, in every way of asking, by everybody there is.</summary>
public sealed class MatrixTests(TestServer server) : IAsyncLifetime
{
    private const string Password = "a long enough secret";
    private readonly HospitalApp app = new(server) { Changes = { Matrix.TakeEveryForm } };

    public async ValueTask InitializeAsync() => await app.InitializeAsync();
    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Every_way_in_stands_in_the_table_and_every_form_of_the_table_is_there()
    {
        var ways = await new Matrix(app).WaysAsync();

        Assert.Equal([], Matrix.Unlisted(ways));
        Assert.Equal([], AccessTable.Forms.Keys.Where(form => !form.EndsWith('=')).Except(ways.Select(way => way.Key)).Order());
        Assert.Equal([], AccessTable.PublicAddresses.Concat(AccessTable.SignedInAddresses).Except(ways.Select(way => way.Route)).Order());
    }

    [Fact]
    public async Task Everybody_is_let_in_where_the_table_says_and_nowhere_else()
    {
        var matrix = new Matrix(app);
        var ways = await matrix.WaysAsync();
        var everybody = await EverybodyAsync();
        var cells = ways.SelectMany(way => everybody.Select(who => (Way: way, Who: who))).ToList();
        var (open, shut) = (cells.Where(cell => cell.Who.Opens(cell.Way)), cells.Where(cell => !cell.Who.Opens(cell.Way)));
        var refused = ways.Where(way => way.Method == "GET" && way.Key == way.Route).SelectMany(way => Matrix.NeverServed.Select(method => way with { Method = method })).SelectMany(way => everybody.Take(4).Select(who => (Way: way, Who: who))).ToList();
        var before = await app.HashesAsync();

        var wrong = (await matrix.WrongAsync(shut)).Concat(await matrix.WrongAsync(refused)).ToList();
        // A form that came too late is kept for its sender; nothing else may come of one that was refused.
        var changed = (await app.HashesAsync()).ChangedSince(before).Except(["HeldForm"]);
        wrong.AddRange(await matrix.WrongAsync(open.OrderBy(cell => cell.Way.Route.EndsWith("/Logout", StringComparison.Ordinal))));

        TestContext.Current.TestOutputHelper?.WriteLine($"{ways.Count} ways in, {everybody.Count} who ask: {cells.Count + refused.Count} cells, {shut.Count()} of them closed");
        Assert.True(wrong.Count == 0, $"{wrong.Count} cells are wrong:\n{string.Join('\n', wrong.Take(60))}");
        Assert.Equal([], changed);
        Assert.InRange(cells.Count + refused.Count, 5_000, int.MaxValue);
    }

    [Fact]
    public async Task Whoever_lacks_one_permission_is_kept_from_all_that_asks_for_it()
    {
        var doors = await app.Services.GetRequiredService<Doors>().AllAsync();
        await app.UsingDb(db =>
        {
            db.Roles.AddRange(Enum.GetValues<Permission>().Select(lacking => new AccountRole { Name = $"All but {lacking}", NormalizedName = $"ALL BUT {lacking}", Grants = new() { Permissions = [.. Enum.GetValues<Permission>().Except([lacking])] } }));
            return db.SaveChangesAsync();
        });
        app.Services.GetRequiredService<RolePermissions>().Forget();
        var cells = from door in doors
                    from lacking in door.Required
                    let who = new Principal($"who lacks {lacking}", Standing.Shut, [], Principal.By($"All but {lacking}"))
                    from method in door.Form is null ? new[] { "GET", "HEAD", "POST" } : ["POST"]
                    select (new Way(method, door.Route, door.Route + (door.Form is null or "" ? "" : $"?handler={door.Form}"), false, []), who);

        var wrong = await new Matrix(app).WrongAsync(cells);

        TestContext.Current.TestOutputHelper?.WriteLine($"{cells.Count()} cells");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.InRange(cells.Count(), 800, int.MaxValue);
        Assert.Equal(AccessTable.FormsAskingForMore.Keys.Order(), doors.Where(door => door.Form is not null).Select(door => $"{door.Route}?handler={door.Form}").Order());
        Assert.All(AccessTable.FormsAskingForMore, form => Assert.Contains(form.Value, doors.Single(door => door.Form is not null && door.Route == form.Key.Split('?')[0]).Required));
    }

    private async Task<IReadOnlyList<Principal>> EverybodyAsync() =>
    [
        new("nobody", Standing.Nobody, [], []),
        new("somebody without a role", Standing.SignedIn, [], Principal.By("No role")),
        .. AccessTable.Everybody.Select(role => Principal.Of(role)),
        Principal.Of(Role.Doctor, Role.WardManager), Principal.Of(Role.Receptionist, Role.BillingClerk, Role.Auditor),
        new("a disabled account of every role", Standing.Shut, [], await CookieOfAsync((db, account) => db.Users.Where(a => a.Id == account).ExecuteUpdateAsync(a => a.SetProperty(x => x.IsDisabled, true)))),
        new("a locked session of every role", Standing.Shut, [], await CookieOfAsync((db, account) => db.Sessions.Where(s => s.AccountId == account).ExecuteUpdateAsync(s => s.SetProperty(x => x.LastActiveAt, app.Clock.Now.AddHours(-1))))),
        new("a session that is over", Standing.Shut, [], await CookieOfAsync((db, account) => db.Sessions.Where(s => s.AccountId == account).ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, app.Clock.Now)))),
        new("every role without its second factor", Standing.NeedsSecondFactor, [], await CookieOfAsync((db, account) => db.Roles.Where(r => r.Name == nameof(Role.Radiographer)).ExecuteUpdateAsync(r => r.SetProperty(x => x.NeedsSecondFactor, true)))),
    ];

    // The cookie as a browser keeps it, of an account that may do everything until something happens to it.
    private async Task<Dictionary<string, string>> CookieOfAsync(Func<HospitalWeb.Data.HospitalContext, Guid, Task> happens)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var email = $"{Guid.NewGuid():N}@hospital.example";
        var account = new Account { UserName = email, Email = email, EmailConfirmed = true, DisplayName = "Everything", CreatedAt = app.Clock.Now };
        Assert.True((await accounts.CreateAsync(account, Password)).Succeeded);
        await accounts.AddToRolesAsync(account, AccessTable.Everybody.Select(role => role.ToString()));
        var jar = new System.Net.CookieContainer();
        var browser = new Browser(app.CreateDefaultClient(new Microsoft.AspNetCore.Mvc.Testing.Handlers.RedirectHandler(), new Microsoft.AspNetCore.Mvc.Testing.Handlers.CookieContainerHandler(jar)));
        await (await browser.Open(SignIn.SignInPath)).Submit(("Input.Email", email), ("Input.Password", Password));
        Assert.Equal(System.Net.HttpStatusCode.OK, (await browser.Open("/admin/roles")).Status);

        await app.UsingDb(db => happens(db, account.Id));
        return new() { ["Cookie"] = jar.GetCookieHeader(browser.Client.BaseAddress!) };
    }
}

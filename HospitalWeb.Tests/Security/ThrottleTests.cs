using HospitalWeb.Data.Accounts;
using HospitalWeb.Data.Audit;
using HospitalWeb.Domain.Audit;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Security;

public sealed class ThrottleTests(HospitalApp app) : AccountTest(app)
{
    [Fact]
    public async Task Five_wrong_passwords_close_an_account_for_five_minutes_also_to_the_right_one()
    {
        var account = await AnAccount(Role.Nurse);
        for (var wrong = 0; wrong < 5; wrong++) await SignInAs(account, From($"203.0.113.{wrong}"), "not this one");

        var closed = await SignInAs(account, Anonymous());
        App.Clock.Now += new TimeSpan(0, 4, 50);
        var stillClosed = await SignInAs(account, Anonymous());
        App.Clock.Now += TimeSpan.FromSeconds(10);
        var open = await SignInAs(account, Anonymous());

        Assert.Equal(("/Identity/Account/Login", "/Identity/Account/Login", "/nurse"), (closed.Path, stillClosed.Path, open.Path));
        Assert.Contains("E-mail or password is wrong", closed.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_failure_after_that_closes_it_for_twice_as_long_and_never_longer_than_an_hour()
    {
        var account = await AnAccount(Role.Nurse);
        List<double> minutes = [];

        for (var wrong = 0; wrong < 10; wrong++)
        {
            await SignInAs(account, Anonymous(), "not this one");
            var until = await App.UsingDb(db => db.SignInTries.Where(t => t.Id == account.Id).Select(t => t.ClosedUntil).SingleAsync());
            if (until is not { } closed) continue;

            minutes.Add((closed - App.Clock.Now).TotalMinutes);
            App.Clock.Now = closed;
        }

        Assert.Equal([5, 10, 20, 40, 60, 60], minutes);
    }

    [Fact]
    public async Task Success_gives_all_tries_back()
    {
        var account = await AnAccount(Role.Nurse);
        for (var wrong = 0; wrong < 4; wrong++) await SignInAs(account, Anonymous(), "not this one");

        await SignInAs(account, Anonymous());

        Assert.False(await App.UsingDb(db => db.SignInTries.AnyAsync(t => t.Id == account.Id)));
    }

    [Fact]
    public async Task A_hundred_tries_at_once_are_a_hundred_tries()
    {
        var id = Guid.NewGuid();

        var taken = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => new SignInThrottle(App.Services.GetRequiredService<IServiceScopeFactory>(), App.Clock).TakeAsync(id)));

        Assert.Equal(SignInTries.FreeTries, taken.Count(one => one));
    }

    [Fact]
    public async Task Nobody_is_refused_because_another_succeeds_at_the_same_moment()
    {
        var throttle = App.Services.GetRequiredService<SignInThrottle>();
        for (var round = 0; round < 25; round++)
        {
            var id = Guid.NewGuid();
            var taken = await Task.WhenAll(Enumerable.Range(0, SignInTries.FreeTries - 1).Select(async _ =>
            {
                var may = await throttle.TakeAsync(id);
                await throttle.SucceededAsync(id);
                return may;
            }));
            Assert.All(taken, Assert.True);
        }
    }

    [Fact]
    public async Task Made_up_names_take_no_more_than_their_share_of_the_table()
    {
        var names = Enumerable.Range(0, 50_000).Select(n => SignInThrottle.PlaceOf($"nobody{n}@example.org")).ToHashSet();

        var browser = Anonymous();
        for (var wrong = 0; wrong < 6; wrong++) await (await browser.Open("/Identity/Account/Login")).Submit(("Input.Email", "ghost@example.org"), ("Input.Password", Password));

        Assert.InRange(names.Count, 1, 4096);
        Assert.True(await App.UsingDb(db => db.SignInTries.AnyAsync(t => t.Id == SignInThrottle.PlaceOf("GHOST@example.org"))));
    }

    [Fact]
    public async Task The_password_asked_for_a_change_of_it_is_guessed_no_more_often()
    {
        var account = await AnAccount(Role.Nurse);
        var page = await (await SignedIn(account)).Open("/Identity/Account/Manage/ChangePassword");
        for (var wrong = 0; wrong < 5; wrong++) page = await page.Submit(("Input.OldPassword", "not this one"), ("Input.NewPassword", "another long secret"));

        page = await page.Submit(("Input.OldPassword", Password), ("Input.NewPassword", "another long secret"));

        Assert.Contains("locked for a while", page.Errors, StringComparison.Ordinal);
        Assert.Equal(6, await App.UsingDb(db => db.AuditEntries.CountAsync(e => e.EntityId == account.Id.ToString() && e.Action == AuditAction.SignInFailed)));
    }

    [Fact]
    public async Task Unlocking_and_signing_in_count_together()
    {
        var account = await AnAccount(Role.Nurse);
        var browser = await SignedIn(account);
        App.Clock.Now += TimeSpan.FromMinutes(20);
        var locked = await browser.Open("/nurse");
        for (var wrong = 0; wrong < 3; wrong++) locked = await locked.SubmitForm("#unlock", ("Password", "not this one"));
        for (var wrong = 0; wrong < 2; wrong++) await SignInAs(account, Anonymous(), "not this one");

        var right = await locked.SubmitForm("#unlock", ("Password", Password));

        Assert.Equal("/Identity/Account/Unlock", right.Path);
    }

    // Cookies and addresses that a sender makes up are no new beginning.
    private Browser From(string address)
    {
        var browser = Anonymous();
        browser.Client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        return browser;
    }
}

using System.Text.RegularExpressions;
using HospitalWeb.Data.Audit;
using HospitalWeb.Data.Mail;
using HospitalWeb.Data.Notifications;
using HospitalWeb.Security;
using HospitalWeb.Security.Passwords;
using HospitalWeb.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HospitalWeb.Tests.Security;

/// <summary>Whether somebody has an account here cannot be told: not from the answer, and not from the work it took.</summary>
public sealed partial class EnumerationTests : AccountTest
{
    private const string Login = "/Identity/Account/Login";

    public EnumerationTests(HospitalApp app) : base(app)
    {
        if (app.Changes.Count == 0) app.Changes.Add(services => services.AddSingleton<CountedHashing>().AddSingleton<PasswordHashing>(all => all.GetRequiredService<CountedHashing>()));
    }

    [Fact]
    public async Task Signing_in_answers_alike_whoever_has_the_name_and_works_as_much_for_it()
    {
        var (known, disabled, locked, invited) = (await AnAccount(Role.Nurse), await AnAccount(Role.Nurse), await AnAccount(Role.Nurse), await AnAccount(Role.Nurse));
        await App.UsingDb(db => db.Users.Where(a => a.Id == disabled.Id).ExecuteUpdateAsync(a => a.SetProperty(x => x.IsDisabled, true)));
        await App.UsingDb(db => db.Users.Where(a => a.Id == invited.Id).ExecuteUpdateAsync(a => a.SetProperty(x => x.PasswordHash, (string?)null)));
        // The first of all makes the hash that stands for nobody's.
        await TryAsync("warm@example.org");
        var unknown = await TryAsync($"{Guid.NewGuid():N}@example.org");

        Assert.Equal(unknown, await TryAsync(known.Email!));
        Assert.Equal(unknown, await TryAsync(disabled.Email!));
        Assert.Equal(unknown, await TryAsync(invited.Email!));
        Assert.Equal((1, 422), (unknown.Hashes, unknown.Status));
        for (var wrong = 0; wrong < 5; wrong++) await TryAsync(locked.Email!);
        var name = $"{Guid.NewGuid():N}@example.org";
        for (var wrong = 0; wrong < 5; wrong++) await TryAsync(name);
        Assert.Equal(await TryAsync(name), await TryAsync(locked.Email!));
        Assert.Equal(unknown with { Commands = 0 }, await TryAsync(locked.Email!) with { Commands = 0 });
    }

    [Fact]
    public async Task Asking_for_a_new_password_answers_alike_and_asks_the_database_nothing()
    {
        var known = await AnAccount(Role.Nurse);
        var form = await Anonymous().Open("/Identity/Account/ForgotPassword");

        var ((one, commands), (other, same)) = (await BeforeTheAnswerAsync(() => form.Submit(("Input.Email", known.Email!))), await BeforeTheAnswerAsync(() => form.Submit(("Input.Email", "nobody@example.org"))));

        Assert.Equal((one.Status, one.PathAndQuery, Bare(one)), (other.Status, other.PathAndQuery, Bare(other)));
        // Its own form too is written down after the answer.
        Assert.Equal((0, 0), (commands, same));
        Assert.Equal(1, await App.UsingDb(db => db.OutgoingMails.CountAsync(m => m.To == known.Email)));
        Assert.False(await App.UsingDb(db => db.OutgoingMails.AnyAsync(m => m.To == "nobody@example.org")));
    }

    [Fact]
    public async Task Many_names_from_one_address_are_told_once_to_those_who_see_the_audit_trail()
    {
        var (auditor, nurse) = (await AnAccount(Role.Auditor), await AnAccount(Role.Nurse));
        App.Clock.Now += TimeSpan.FromHours(1);
        var page = await Anonymous().Open(Login);

        for (var name = 0; name < SprayAlarm.Names + 10; name++) await page.Submit(("Input.Email", $"spray{name}@example.org"), ("Input.Password", "Summer2026 is long"));
        await App.Settled();

        Assert.Single(await App.UsingDb(db => db.Notifications.Where(n => n.AccountId == auditor.Id).Select(n => n.Title).ToListAsync()), title => title.StartsWith("Somebody tries", StringComparison.Ordinal));
        Assert.False(await App.UsingDb(db => db.Notifications.AnyAsync(n => n.AccountId == nurse.Id)));
        Assert.True(await App.UsingDb(db => db.AuditEntries.AnyAsync(e => e.EntityType == "Address" && e.IsSecurity)));
    }

    private async Task<(int Status, string Body, int Hashes, int Commands)> TryAsync(string name)
    {
        var form = await Anonymous().Open(Login);
        await App.Settled();
        // The audit trail asks for its end now and then, whoever it is about; after two saves on end it does not.
        for (var save = 0; save < 2; save++) await App.Save(Given.Mail());
        var hashing = App.Services.GetRequiredService<CountedHashing>();
        var before = hashing.Count;
        var (page, commands) = await BeforeTheAnswerAsync(() => form.Submit(("Input.Email", name), ("Input.Password", "not this one at all")));
        return ((int)page.Status, Bare(page).Replace(name, "", StringComparison.Ordinal), hashing.Count - before, commands);
    }

    private static string Bare(Browser.Page page) => Token().Replace(page.Document.DocumentElement.OuterHtml, "");

    [GeneratedRegex("<input[^>]*(__once|__RequestVerificationToken)[^>]*>")]
    private static partial Regex Token();

    private sealed class CountedHashing(IOptions<PasswordHasherOptions> options) : PasswordHashing(options)
    {
        private int count;
        public int Count => count;

        public override PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            Interlocked.Increment(ref count);
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}

using System.Net;
using HospitalWeb.Data.Audit;
using HospitalWeb.Data.Mail;
using HospitalWeb.Domain.Audit;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Security;

/// <summary>Somebody who looks after accounts, may not give permissions, and holds what a nurse holds.</summary>
public sealed class DelegationTests(HospitalApp app) : AccountTest(app), IAsyncLifetime
{
    private const string SubAdmin = "Ward clerk of accounts";

    public async ValueTask InitializeAsync()
    {
        if (await App.UsingDb(db => db.Roles.AnyAsync(role => role.Name == SubAdmin))) return;

        await App.Save(new AccountRole { Name = SubAdmin, NormalizedName = SubAdmin.ToUpperInvariant(), Grants = new() { Permissions = [Permission.EnterAdmin, Permission.ManageAccounts, Permission.OpenAnyChart, .. DefaultGrants.Of(Role.Nurse)] } });
        App.Services.GetRequiredService<RolePermissions>().Forget();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("#roles")]
    [InlineData("#disable")]
    [InlineData("#factor")]
    [InlineData("#link")]
    public async Task The_account_of_somebody_who_may_do_more_is_out_of_reach(string form)
    {
        var admin = await AnAccount(Role.Admin);
        var page = await AsSubAdmin().Open($"/admin/accounts/{admin.Id}");

        page = await page.SubmitForm(form);

        await AssertRefused(page, admin.Id.ToString(), "This account may do what you may not: ");
        Assert.Equal(admin.SecurityStamp, await App.UsingDb(db => db.Users.Where(a => a.Id == admin.Id).Select(a => a.SecurityStamp).SingleAsync()));
        Assert.False(await App.UsingDb(db => db.OutgoingMails.AnyAsync(m => m.To == admin.Email)));
    }

    [Fact]
    public async Task A_disabled_account_that_may_do_more_stays_disabled()
    {
        var doctor = await AnAccount(Role.Doctor);
        await App.UsingDb(db => db.Users.Where(a => a.Id == doctor.Id).ExecuteUpdateAsync(a => a.SetProperty(x => x.IsDisabled, true)));

        var page = await (await AsSubAdmin().Open($"/admin/accounts/{doctor.Id}")).SubmitForm("#enable");

        await AssertRefused(page, doctor.Id.ToString(), "This account may do what you may not: ");
        Assert.True(await App.UsingDb(db => db.Users.AnyAsync(a => a.Id == doctor.Id && a.IsDisabled)));
    }

    [Fact]
    public async Task A_role_that_allows_more_is_not_given_to_anybody()
    {
        var nurse = await AnAccount(Role.Nurse);

        var page = await (await AsSubAdmin().Open($"/admin/accounts/{nurse.Id}")).SubmitForm("#roles", ("Input.Roles", "Nurse"), ("Input.Roles", "Admin"));

        await AssertRefused(page, nurse.Id.ToString(), "These roles allow what you may not do yourself");
        Assert.Equal(["Nurse"], await App.UsingDb(db => db.UserRoles.Where(held => held.UserId == nurse.Id).Join(db.Roles, held => held.RoleId, role => role.Id, (_, role) => role.Name!).ToListAsync()));
    }

    [Fact]
    public async Task Nobody_is_invited_to_a_role_that_allows_more()
    {
        var page = await (await AsSubAdmin().Open("/admin/accounts/new")).Submit(("Input.Name", "Puppet"), ("Input.Email", "puppet@example.org"), ("Input.Roles", "Admin"));

        await AssertRefused(page, "new", "These roles allow what you may not do yourself");
        Assert.False(await App.UsingDb(db => db.Users.AnyAsync(a => a.Email == "puppet@example.org")));
    }

    [Fact]
    public async Task What_they_hold_themselves_they_may_give_and_look_after()
    {
        var invited = await (await AsSubAdmin().Open("/admin/accounts/new")).Submit(("Input.Name", "Nina"), ("Input.Email", "nina@example.org"), ("Input.Roles", "Nurse"));
        var nurse = await AnAccount(Role.Nurse);
        var page = await AsSubAdmin().Open($"/admin/accounts/{nurse.Id}");

        foreach (var form in new[] { "#roles", "#factor", "#link", "#disable", "#enable" })
        {
            page = await page.SubmitForm(form);
            Assert.Equal((HttpStatusCode.OK, ""), (page.Status, page.Errors));
        }
        Assert.Contains("has been invited", invited.Notice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#roles")]
    [InlineData("#disable")]
    [InlineData("#factor")]
    public async Task Nobody_changes_his_own_account_not_even_an_administrator(string form)
    {
        var admin = await AnAccount(Role.Admin);
        var other = await (await As(Role.Admin, account: admin.Id).Open($"/admin/accounts/{(await AnAccount(Role.Nurse)).Id}")).SubmitForm("#roles", ("Input.Roles", "Nurse"));
        var token = other.Document.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var handler = form == "#roles" ? "" : $"?handler={form[1..]}";
        var response = await other.Browser.Client.PostAsync($"/admin/accounts/{admin.Id}{handler}", new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Input.Roles", "Doctor")]));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal(admin.SecurityStamp, await App.UsingDb(db => db.Users.Where(a => a.Id == admin.Id).Select(a => a.SecurityStamp).SingleAsync()));
    }

    [Fact]
    public async Task The_permissions_of_roles_are_closed_to_them()
    {
        var browser = AsSubAdmin();
        var token = (await browser.Open("/admin/accounts/new")).Document.QuerySelector("main [name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var looked = await browser.Client.GetAsync("/admin/roles");
        var sent = await browser.Client.PostAsync("/admin/roles", new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Granted", $"{SubAdmin}:ManageRoles")]));

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (looked.StatusCode, sent.StatusCode));
        Assert.False(await App.UsingDb(async db => (await db.Roles.SingleAsync(role => role.Name == SubAdmin)).Grants.Permissions.Contains(Permission.ManageRoles)));
    }

    private Browser AsSubAdmin()
    {
        var client = App.CreateClient();
        client.DefaultRequestHeaders.Add(HeaderSignIn.RoleHeader, SubAdmin);
        return new(client);
    }

    private async Task AssertRefused(Browser.Page page, string entity, string sentence)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(sentence, page.Errors, StringComparison.Ordinal);
        Assert.Contains("Ask somebody who manages roles.", page.Errors, StringComparison.Ordinal);
        var entry = await App.UsingDb(db => db.AuditEntries.OrderBy(e => e.Sequence).LastAsync(e => e.Action == AuditAction.AccessDenied && e.EntityId == entity));
        Assert.Equal((SubAdmin, true, AuditOutcome.Refused), (entry.Roles, entry.IsSecurity, entry.Outcome));
        Assert.Contains(sentence.Split(':')[0], entry.Reason, StringComparison.Ordinal);
    }
}

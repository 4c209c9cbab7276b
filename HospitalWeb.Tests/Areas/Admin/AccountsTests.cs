using System.Net;
using System.Text.RegularExpressions;
using HospitalWeb.Data.Mail;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Areas.Admin;

public sealed partial class AccountsTests(HospitalApp app) : PageTest(app)
{
    [Fact]
    public async Task Somebody_invited_chooses_a_password_by_the_link_and_signs_in()
    {
        await Invite("Nora Nurse", "nora@example.org", "Nurse");
        var letter = await App.UsingDb(db => db.OutgoingMails.SingleAsync(m => m.To == "nora@example.org"));

        var link = new Uri(Link().Match(letter.Body).Value).PathAndQuery;
        var anonymous = Anonymous();
        await (await anonymous.Open(link)).SubmitForm("form[method=post]", ("Input.Password", "a long enough secret"));
        var page = await (await anonymous.Open("/Identity/Account/Login")).Submit(("Input.Email", "nora@example.org"), ("Input.Password", "a long enough secret"));

        Assert.Equal("/nurse", page.Path);
    }

    [Fact]
    public async Task The_same_address_is_not_invited_twice()
    {
        await Invite("Ann", "ann@example.org", "Doctor");

        var page = await Invite("Ann again", "ANN@example.org", "Doctor");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(1, await App.UsingDb(db => db.Users.CountAsync(a => a.NormalizedEmail == "ANN@EXAMPLE.ORG")));
    }

    [Fact]
    public async Task Without_a_role_nobody_is_invited()
    {
        var page = await (await As(Role.Admin).Open("/admin/accounts/new")).Submit(("Input.Name", "No Role"), ("Input.Email", "norole@example.org"));

        Assert.Contains("Choose at least one role", page.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disabled_account_says_so_and_can_be_enabled_again()
    {
        await Invite("Dan", "dan@example.org", "Doctor");
        var page = await (await As(Role.Admin).Open("/admin/accounts?Email=dan@")).Click("Dan");

        page = await page.SubmitForm("#disable");
        Assert.Contains("Disabled", page.Main, StringComparison.Ordinal);
        page = await page.SubmitForm("#enable");

        Assert.Contains("can sign in again", page.Notice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Roles_are_changed_and_kept()
    {
        await Invite("Rob", "rob@example.org", "Doctor");
        var page = await (await As(Role.Admin).Open("/admin/accounts?Email=rob@")).Click("Rob");

        page = await page.SubmitForm("#roles", ("Input.Roles", "Nurse"), ("Input.Roles", "WardManager"));

        Assert.Equal(["Nurse", "WardManager"], page.Document.QuerySelectorAll("input[name='Input.Roles'][checked]").Select(box => box.GetAttribute("value")));
    }

    private async Task<Browser.Page> Invite(string name, string email, string role) =>
        await (await As(Role.Admin).Open("/admin/accounts/new")).Submit(("Input.Name", name), ("Input.Email", email), ("Input.Roles", role));

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Link();
}

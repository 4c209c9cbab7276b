using System.Net;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;

namespace HospitalWeb.Tests.Areas.Admin;

public sealed class RolesTests(HospitalApp app) : PageTest(app)
{
    [Fact]
    public async Task A_permission_that_is_taken_from_a_role_is_gone_at_once()
    {
        var page = await As(Role.Admin).Open("/admin/roles");
        Assert.Equal(HttpStatusCode.OK, (await As(Role.Auditor).Open("/admin/audit")).Status);

        page = await page.Submit([.. Ticked(page).Where(value => value != "Auditor:SeeAudit").Select(value => ("Granted", value))]);

        Assert.Contains("permissions are saved", page.Notice, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, (await As(Role.Auditor).Open("/admin/audit")).Status);
    }

    [Fact]
    public async Task Administrators_cannot_lose_the_right_to_give_rights()
    {
        var page = await As(Role.Admin).Open("/admin/roles");

        page = await page.Submit([.. Ticked(page).Where(value => value != "Admin:ManageRoles").Select(value => ("Granted", value))]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("nobody could give them back", page.Errors, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await As(Role.Admin).Open("/admin/roles")).Status);
    }

    private static IEnumerable<string> Ticked(Browser.Page page) => page.Document.QuerySelectorAll("input[name=Granted][checked]").Select(box => box.GetAttribute("value")!);
}

using System.Net;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;

namespace HospitalWeb.Tests.Areas.Admin;

public sealed class AccessPageTests(HospitalApp app) : PageTest(app)
{
    [Fact]
    public async Task The_page_says_who_may_open_what_and_how_many_hold_each_role()
    {
        var page = await As(Role.Admin).Open("/admin/access");

        Assert.Equal("Yes", Cell(page, "/lab/catalogue", "Lab technician"));
        Assert.Equal("No", Cell(page, "/lab/catalogue", "Radiographer"));
        Assert.Equal("Yes", Cell(page, "/faq", "Patient"));
        Assert.Equal("No", Cell(page, "/wards form Cleaned", "Nurse"));
        Assert.Contains("Nurse (0)", page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_taken_from_a_role_is_gone_from_the_page()
    {
        var roles = await As(Role.Admin).Open("/admin/roles");
        await roles.Submit([.. roles.Document.QuerySelectorAll("input[name=Granted][checked]").Select(box => box.GetAttribute("value")!).Where(value => value != "Pharmacist:ManageStock").Select(value => ("Granted", value))]);

        var page = await As(Role.Admin).Open("/admin/access?Within=Pharmacy");

        Assert.Equal("No", Cell(page, "/pharmacy/stock/{medicationId:guid}/receive", "Pharmacist"));
    }

    [Fact]
    public async Task One_role_and_one_area_are_shown_alone_and_said_so()
    {
        var page = await As(Role.Admin).Open("/admin/access?Role=Radiographer&Within=Lab");

        Assert.Contains("what Radiographer may open in the area Lab", page.Text(".hw-filtered"), StringComparison.Ordinal);
        Assert.Equal(["Page", "Asks for", "Radiographer (0)"], page.Texts("thead th"));
        Assert.Equal(["/lab", "/lab/patients/{patientId:guid}/orders/{orderId:guid}", "/lab/patients/{patientId:guid}/orders/{orderId:guid}/report"], page.Texts("tbody th"));
    }

    [Theory]
    [InlineData(Role.Auditor), InlineData(Role.Doctor), InlineData(Role.Patient)]
    public async Task Nobody_else_may_see_it(Role role) => Assert.Equal(HttpStatusCode.Forbidden, (await As(role).Open("/admin/access")).Status);

    private static string Cell(Browser.Page page, string row, string column)
    {
        var at = page.Texts("thead th").ToList().FindIndex(head => head.StartsWith(column, StringComparison.OrdinalIgnoreCase));
        var line = page.Texts("tbody th").ToList().IndexOf(row);
        Assert.True(line >= 0, $"There is no {row} in {string.Join(", ", page.Texts("tbody th"))} of {page.Status} {page.Main}");
        return page.Document.QuerySelectorAll("tbody tr")[line].Children[at].TextContent.Trim();
    }
}

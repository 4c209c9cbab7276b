using HospitalWeb.Security;
using HospitalWeb.Tests.Support;

namespace HospitalWeb.Tests.Web;

public sealed class FilterTests(HospitalApp app) : PageTest(app)
{
    [Theory]
    [InlineData(Role.Admin, "/admin/audit?Filter.From=05-Jan-2026", "from 05-Jan-2026")]
    [InlineData(Role.Admin, "/admin/mail?status=Failed", "Failed")]
    [InlineData(Role.BillingClerk, "/billing/bills?show=Unpaid", "To be paid")]
    [InlineData(Role.LabTechnician, "/lab?status=Ordered", "ordered")]
    [InlineData(Role.Pharmacist, "/pharmacy/formulary?q=amox", "amox")]
    [InlineData(Role.Pharmacist, "/pharmacy/stock?show=Low", "at or below their reorder level")]
    [InlineData(Role.Receptionist, "/reception?status=Waiting", "waiting")]
    public async Task What_is_filtered_stands_above_the_list_and_one_link_takes_it_away(Role role, string path, string words)
    {
        var page = await As(role).Open(path);
        var all = await page.Click("Remove all filters");

        Assert.Contains("Data filtered to show", page.Text(".hw-filtered"));
        Assert.Contains(words, page.Text(".hw-filtered"), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("", all.Text(".hw-filtered"));
    }
}

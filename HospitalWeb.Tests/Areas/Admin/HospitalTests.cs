using System.Net;
using HospitalWeb.Data.Facilities;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Facilities;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Areas.Admin;

public sealed class HospitalTests(HospitalApp app) : PageTest(app)
{
    [Fact]
    public async Task The_name_and_the_letterhead_are_changed_at_once()
    {
        var page = await As(Role.Admin).Open("/admin/facility");

        page = await page.Submit(("Input.Name", "New Name Hospital"), ("Input.AddressLines", "2 Other Street\nLeeds"));

        Assert.Contains("New Name Hospital", page.Document.DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.Equal(["2 Other Street", "Leeds"], (await App.UsingDb(db => db.Facilities.AsNoTracking().SingleAsync())).Letterhead.AddressLines);
    }

    [Fact]
    public async Task A_time_zone_that_does_not_exist_is_refused()
    {
        var page = await As(Role.Admin).Open("/admin/facility");

        page = await page.Submit(("Input.TimeZone", "Mars/Olympus"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
    }

    [Fact]
    public void Once_there_is_money_the_currency_stays()
    {
        var hospital = new Facility { Name = "St Testing's", TimeZone = "Europe/London", Currency = new("GBP") };

        hospital.CountIn(new("EUR"), moneyExists: false);
        var refusal = Assert.Throws<BrokenRule>(() => hospital.CountIn(new("USD"), moneyExists: true));

        Assert.Equal((new Currency("EUR"), "There are prices or charges in EUR. The currency can no longer be changed."), (hospital.Currency, refusal.Message));
    }
}

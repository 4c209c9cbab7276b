using System.Net;
using HospitalWeb.Data.Notifications;
using HospitalWeb.Domain.Notifications;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Areas;

/// <summary>The link of a notification is an address like any other: changed in the database to somebody else's page, it opens nothing.</summary>
public sealed class EditedLinkTests(HospitalApp app) : PageTest(app)
{
    private static int bills = 77000;

    [Theory]
    [InlineData(Role.Patient, "/patient/bills/{0}", "bill"), InlineData(Role.Patient, "/patient/visits/{0}", "visit"), InlineData(Role.Patient, "/patient/prescriptions/{0}", "prescription"), InlineData(Role.Patient, "/patient/results/{0}/report", "order")]
    [InlineData(Role.Pharmacist, "/pharmacy/patients/{1}/prescriptions/{0}", "draft")]
    public async Task It_leads_to_the_same_nothing_as_an_id_that_nothing_has(Role role, string link, string kind)
    {
        await App.OpenAnyChartAsync(false);
        var (mine, theirs, me) = (Given.NotAllergic("Mine"), Given.NotAllergic("Theirs"), Guid.NewGuid());
        var (visit, signed, draft) = (Given.AVisit(theirs), Given.Signed(theirs, Given.Doctor(), Given.Amoxicillin()), Given.Draft(theirs, Given.Doctor(), Given.Amoxicillin()));
        var (order, told) = (Given.ALabOrder(theirs), Notification.To(me, NotificationKind.Message, Severity.Medium, "News for you", "", "/notifications", null, Given.Now));
        await App.Save(mine, theirs, visit, signed, draft, order, told);
        var bill = await App.IssuedAsync(Given.ADraft(theirs, 10), Interlocked.Increment(ref bills));
        var id = kind switch { "bill" => bill.Id, "visit" => visit.Id, "prescription" => signed.Id, "draft" => draft.Id, _ => order.Id };
        var browser = As(role, patient: role == Role.Patient ? mine.Id : null, account: me);

        var (foreign, work) = await FollowAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, link, id, theirs.Id));
        var (nothing, same) = await FollowAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, link, Guid.NewGuid(), theirs.Id));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (foreign.Status, nothing.Status));
        Assert.Equal(nothing.Main, foreign.Main);
        // Not even by how long it takes.
        Assert.Equal(same, work);
        Assert.DoesNotContain("THEIRS", foreign.Document.DocumentElement.TextContent, StringComparison.OrdinalIgnoreCase);

        async Task<(Browser.Page, int)> FollowAsync(string address)
        {
            await App.UsingDb(db => db.Notifications.Where(n => n.Id == told.Id).ExecuteUpdateAsync(n => n.SetProperty(x => x.Url, address)));
            var followed = (await browser.Open("/notifications")).Document.QuerySelector($"main a[href='{address}']")!.GetAttribute("href")!;
            await App.Settled();
            return await BeforeTheAnswerAsync(() => browser.Open(followed));
        }
    }
}

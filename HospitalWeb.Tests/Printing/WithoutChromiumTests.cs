using HospitalWeb.Tests.Areas.Billing;
using HospitalWeb.Tests.Support;

namespace HospitalWeb.Tests.Printing;

public sealed class WithoutChromiumTests : BillingTest
{
    public WithoutChromiumTests(HospitalApp app) : base(app) => app.Settings["Printing:Chromium"] = "/nowhere/chromium";

    [Fact]
    public async Task The_sheet_opens_as_a_page_to_be_printed_by_the_reader_s_browser()
    {
        var bill = await AnIssuedBill(await APatient(), 50);

        var page = await Clerk.Open(Of(bill, "/invoice"));

        Assert.Equal("text/html", page.Response.Content.Headers.ContentType?.MediaType);
        Assert.Contains(bill.HumanNumber!, page.Document.Body!.TextContent);
    }
}

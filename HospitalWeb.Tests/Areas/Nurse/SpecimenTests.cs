using System.Net;
using HospitalWeb.Data.Laboratory;
using HospitalWeb.Domain.Laboratory;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Areas.Nurse;

public sealed class SpecimenTests(HospitalApp app) : PageTest(app)
{
    [Fact]
    public async Task A_nurse_finds_who_waits_and_where_and_collects()
    {
        var (patient, ward) = (Given.Patient("Tube"), Given.AWard(name: "Ward Tube"));
        var order = Given.ALabOrder(patient, urgency: Urgency.Stat);
        await App.Save(order, ward, Given.AnAdmission(patient, ward.Beds[0]));

        var list = await As(Role.Nurse).Open("/nurse/specimens");
        Assert.Contains("TUBE, Jane", list.Text("tbody tr"));
        Assert.Contains("Ward Tube, bed 1 Potassium test", list.Text("tbody tr"));
        var form = await list.Browser.Open(list.Document.QuerySelector("tbody .btn")!.GetAttribute("href")!);

        Assert.Contains("Check name and birth date", (await form.Submit()).Errors);
        var next = await form.Submit(("Input.IdentityChecked", "true"));

        Assert.Equal("/nurse/specimens", next.Path);
        Assert.Matches(@"^Collected\. Put ACC-\d{5} on the tube\.$", next.Notice);
        Assert.DoesNotContain("TUBE, Jane", next.Main);
        Assert.Equal(LabItemStatus.Collected, (await App.UsingDb(db => db.LabOrderItems.SingleAsync(i => i.OrderId == order.Id))).Status);
    }

    [Fact]
    public async Task Another_patients_order_is_not_found()
    {
        var (order, stranger) = (Given.ALabOrder(Given.Patient("Owner")), Given.Patient("Stranger"));
        await App.Save(order, stranger);

        Assert.Equal(HttpStatusCode.NotFound, (await As(Role.Nurse).Open($"/nurse/patients/{stranger.Id}/orders/{order.Id}/collect")).Status);
    }
}

using System.Net;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Laboratory;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;

namespace HospitalWeb.Tests.Areas.Lab;

public sealed class WorklistTests(HospitalApp app) : PageTest(app)
{
    private static Stamp At(int minutes) => Given.AtTheBench with { At = Given.Now.AddMinutes(minutes) };

    [Fact]
    public async Task Stat_comes_first_then_whoever_has_waited_longest()
    {
        await App.Save(
            Given.ALabOrder(Given.Patient("Routine"), urgency: Urgency.Routine, ordered: At(0)),
            Given.ALabOrder(Given.Patient("Stat"), urgency: Urgency.Stat, ordered: At(20)),
            Given.ALabOrder(Given.Patient("Urgent"), urgency: Urgency.Urgent, ordered: At(10)));

        var list = await As(Role.LabTechnician).Open("/lab?status=Ordered");

        Assert.Equal(["STAT, Jane", "URGENT, Jane", "ROUTINE, Jane"], list.Texts("tbody th a").Where(name => name is "STAT, Jane" or "URGENT, Jane" or "ROUTINE, Jane"));
        Assert.Equal("lab", list.Document.QuerySelector("#worklist")!.GetAttribute("data-live"));
    }

    [Fact]
    public async Task A_long_list_goes_on_where_the_page_ended_in_three_commands()
    {
        var test = Given.ALabTest("Paged");
        await App.Save([.. Enumerable.Range(0, 60).Select(n => Given.ALabOrder(Given.Patient($"Page{n:00}"), test, ordered: At(n)))]);
        Browser.Page first = null!;

        var commands = await CommandsOf(async () => first = await As(Role.LabTechnician).Open("/lab?status=Ordered"));
        var second = await first.Click("Next 50");

        Assert.InRange(commands, 1, 3);
        Assert.Empty(first.Texts("tbody th a").Intersect(second.Texts("tbody th a")));
        Assert.InRange(second.Texts("tbody th a").Count, 10, 50);
    }

    [Fact]
    public async Task Another_patients_test_is_not_found()
    {
        var order = Given.ALabOrder(Given.Patient("Owner"));
        var stranger = Given.Patient("Stranger");
        await App.Save(order, stranger);

        foreach (var page in new[] { $"orders/{order.Id}", $"orders/{order.Id}/collect", $"tests/{order.Items[0].Id}/results", $"tests/{order.Items[0].Id}/verify" })
            Assert.Equal(HttpStatusCode.NotFound, (await As(Role.LabTechnician).Open($"/lab/patients/{stranger.Id}/{page}")).Status);
    }

    [Fact]
    public async Task The_catalogue_is_there_and_its_ranges_can_be_changed()
    {
        var test = Given.ALabTest();
        await App.Save(test);
        var form = await As(Role.LabTechnician).Open($"/lab/catalogue/{test.Id}/analytes/{test.Analytes[0].Id}");

        var next = await form.Submit(("Input.CriticalHigh", "6.5"), ("Input.Lines[0].High", "5.3"), ("Input.Lines[0].Until", ""), ("Input.Lines[0].From", "18y"));

        Assert.Contains("3.5 to 5.3 (all ages)", next.Main);
        Assert.Contains("above 6.5", next.Main);
        Assert.Contains("Full blood count", (await As(Role.LabTechnician).Open("/lab/catalogue")).Main);
    }
}

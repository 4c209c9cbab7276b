using System.Net;
using HospitalWeb.Data.Laboratory;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Laboratory;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Areas.Doctor;

public sealed class ResultPageTests(HospitalApp app) : PageTest(app)
{
    private static LabResult History(Patient patient, decimal value, int daysAgo) => LabResult.FromHistory(
        patient, null, null, new(CodedConcept.Loinc, "2823-3", "Potassium"), ResultValue.Of(value), "mmol/L", 1, 3.5m, 5.1m, Given.Now.AddDays(-daysAgo), $"test/{Guid.NewGuid()}");

    [Fact]
    public async Task A_result_shows_unit_range_flag_and_the_value_before_it()
    {
        var patient = Given.Patient("Results");
        await App.Save(patient, History(patient, 4.0m, 30), History(patient, 5.6m, 1));
        // Facility and permissions are read once and kept; the first request of a program pays for them.
        var page = await As(Role.Doctor).Open($"/doctor/patients/{patient.Id}/results");

        var commands = await CommandsOf(async () => page = await As(Role.Doctor).Open($"/doctor/patients/{patient.Id}/results"));

        Assert.Equal("Potassium 5.6 mmol/L H ▲ High 3.5 to 5.1 4.0 mmol/L 31-Jan-2026 · Trend of Potassium", page.Text("tbody tr"));
        Assert.InRange(commands, 1, 8);
    }

    [Fact]
    public async Task A_value_over_time_is_a_curve_and_the_same_numbers_in_a_table()
    {
        var patient = Given.Patient("Trend");
        await App.Save(patient, History(patient, 4.0m, 30), History(patient, 5.6m, 1));

        var page = await As(Role.Doctor).Open($"/doctor/patients/{patient.Id}/results/2823-3");

        Assert.Contains("2 measurements", page.Document.QuerySelector("svg[role=img]")!.GetAttribute("aria-label"));
        Assert.Equal(["5.6 mmol/L", "4.0 mmol/L"], page.Texts("tbody td strong").Where(t => t.EndsWith("mmol/L", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.NotFound, (await As(Role.Doctor).Open($"/doctor/patients/{patient.Id}/results/unknown")).Status);
    }

    [Fact]
    public async Task A_doctor_marks_results_as_read_by_name()
    {
        var order = Given.ALabOrder(Given.Patient("Reads"));
        await App.Save(order);
        await App.UsingDb(async db =>
        {
            Given.AReleasedItem(await db.LabOrders.Include(o => o.Patient).Include(o => o.Items).ThenInclude(i => i.LabTest!.Analytes).SingleAsync(o => o.Id == order.Id), 4.4m);
            return await db.SaveChangesAsync();
        });

        var next = await (await As(Role.Doctor).Open($"/doctor/patients/{order.PatientId}/results")).Submit();

        Assert.Contains("Read by Test Doctor", next.Main);
        Assert.Equal("Test Doctor", (await App.UsingDb(db => db.LabOrderItems.SingleAsync(i => i.OrderId == order.Id))).Reviewed?.Name);
    }
}

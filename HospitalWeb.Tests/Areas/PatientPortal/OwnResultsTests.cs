using HospitalWeb.Data.Laboratory;
using HospitalWeb.Domain.Laboratory;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Areas.PatientPortal;

public sealed class OwnResultsTests(HospitalApp app) : PageTest(app)
{
    private async Task<LabOrder> Measured(string family, decimal value, bool release)
    {
        var order = Given.ALabOrder(Given.Patient(family));
        await App.Save(order);
        await App.UsingDb(async db =>
        {
            var fresh = await db.LabOrders.Include(o => o.Patient).Include(o => o.Items).ThenInclude(i => i.LabTest!.Analytes).SingleAsync(o => o.Id == order.Id);
            if (release) Given.AReleasedItem(fresh, value);
            else Given.AResultedItem(fresh, value).Verify(new(), Given.SecondAtTheBench);
            return await db.SaveChangesAsync();
        });
        return order;
    }

    [Fact]
    public async Task A_patient_reads_a_released_result_in_plain_words_first()
    {
        var order = await Measured("Plain", 5.2m, release: true);

        var page = await As(Role.Patient, patient: order.PatientId).Open("/patient/results");

        Assert.Contains("This measures potassium in your blood. A little high. Your value: 5.2 mmol/L. Usual range: 3.5 to 5.1 mmol/L.", page.Main);
        Assert.Contains("Your doctor has not read this yet.", page.Main);
        Assert.DoesNotContain("Abnormal", page.Main);
        Assert.Equal("Your value 5.2 mmol/L, usual range 3.5 to 5.1 mmol/L", page.Document.QuerySelector("svg.hw-numberline")!.GetAttribute("aria-label"));
    }

    [Fact]
    public async Task A_verified_result_is_not_shown_before_it_is_released()
    {
        var order = await Measured("Held", 5.2m, release: false);

        Assert.Contains("You have no test results yet.", (await As(Role.Patient, patient: order.PatientId).Open("/patient/results")).Main);
        Assert.Contains("Potassium", (await As(Role.Doctor).Open($"/doctor/patients/{order.PatientId}/results")).Main);
    }

    [Fact]
    public async Task Nobody_reads_the_results_of_another()
    {
        await Measured("Other", 5.2m, release: true);
        var stranger = Given.Patient("Stranger");
        await App.Save(stranger);

        Assert.DoesNotContain("Potassium", (await As(Role.Patient, patient: stranger.Id).Open("/patient/results")).Main);
    }
}

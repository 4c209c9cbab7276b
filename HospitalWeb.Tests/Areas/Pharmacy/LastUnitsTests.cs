using System.Net;
using HospitalWeb.Data.Pharmacy;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Areas.Pharmacy;

public sealed class LastUnitsTests(HospitalApp app) : PageTest(app)
{
    [Fact]
    public async Task Of_64_dispensers_at_once_exactly_ten_get_the_last_ten_units()
    {
        var medication = Given.Amoxicillin();
        var doctor = Given.Doctor();
        var prescriptions = Enumerable.Range(0, 64).Select(i => Given.Signed(Given.NotAllergic($"Patient{i}"), doctor, medication)).ToList();
        await App.Save([.. prescriptions, Given.Goods(medication, 10)]);
        var pharmacist = As(Role.Pharmacist);
        var forms = new List<Browser.Page>();
        foreach (var p in prescriptions) forms.Add(await pharmacist.Open($"/pharmacy/patients/{p.PatientId}/prescriptions/{p.Id}/items/{p.Items[0].Id}/dispense"));

        var answers = await Task.WhenAll(forms.Select(form => form.Submit(("Input.Portions[0].Quantity", "1"))));

        Assert.Equal(10, answers.Count(a => a.Notice.StartsWith("Dispensed", StringComparison.Ordinal) || a.Status == HttpStatusCode.OK && a.Errors == ""));
        Assert.Equal(54, answers.Count(a => a.Status == HttpStatusCode.UnprocessableEntity));
        Assert.All(answers.Where(a => a.Status == HttpStatusCode.UnprocessableEntity), a => Assert.Contains("Only 0 capsules left of batch", a.Errors, StringComparison.Ordinal));
        var (onHand, ledger, dispensed) = await App.UsingDb(async db => (
            await db.StockBatches.SumAsync(b => b.QuantityOnHand), await db.StockMovements.SumAsync(m => m.Quantity), await db.Dispenses.SumAsync(d => d.Quantity)));
        Assert.Equal((0m, 0m, 10m), (onHand, ledger, dispensed));
    }
}

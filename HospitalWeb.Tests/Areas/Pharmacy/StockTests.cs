using System.Net;
using HospitalWeb.Data.Pharmacy;
using HospitalWeb.Data.Prescribing;
using HospitalWeb.Domain.Prescribing;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Areas.Pharmacy;

public sealed class StockTests(HospitalApp app) : PageTest(app)
{
    [Fact]
    public async Task Goods_are_received_adjusted_and_add_up_in_the_ledger()
    {
        var medication = await Saved();
        var form = await As(Role.Pharmacist).Open($"/pharmacy/stock/{medication.Id}/receive");

        var received = await form.Submit(Goods("100"));
        Assert.Contains("On hand 100 capsules", received.Main, StringComparison.Ordinal);
        var adjusting = await received.Click($"Adjust batch LOT-{medication.Id:N}");
        Assert.Contains("Say why the quantity is adjusted.", (await adjusting.Submit(("Input.Counted", "97"))).Errors, StringComparison.Ordinal);
        var adjusted = await adjusting.Submit(("Input.Counted", "97"), ("Input.Reason", "Three broken."));

        Assert.Contains("On hand 97 capsules. Ledger sum 97 capsules", adjusted.Main, StringComparison.Ordinal);
        Assert.Contains("Three broken.", adjusted.Main, StringComparison.Ordinal);

        (string, string)[] Goods(string quantity) =>
            [("Input.BatchNumber", $"LOT-{medication.Id:N}"), ("Input.ExpiresOn", "31 12 2027"), ("Input.Quantity", quantity), ("Input.CostPrice", "0.10"), ("Input.UnitPrice", "0.25")];
    }

    [Fact]
    public async Task Movements_of_one_instant_are_neither_skipped_nor_repeated_between_two_pages_of_the_ledger()
    {
        var medication = Given.Medication();
        await App.Save([.. Enumerable.Range(1, 60).Select(quantity => Given.Goods(medication, quantity))]);

        List<string> quantities = [];
        for (var page = await As(Role.Pharmacist).Open($"/pharmacy/stock/{medication.Id}"); ; page = await page.Click("Older"))
        {
            quantities.AddRange(page.Texts("td[data-label='Quantity']"));
            if (page.Document.QuerySelectorAll(".hw-pager a").All(a => a.TextContent != "Older")) break;
        }

        Assert.Equal(60, quantities.Distinct().Count());
        Assert.Equal(60, quantities.Count);
    }

    [Fact]
    public async Task Expired_goods_and_prices_below_cost_are_refused_in_words()
    {
        var medication = await Saved();
        var form = await As(Role.Pharmacist).Open($"/pharmacy/stock/{medication.Id}/receive");

        var expired = await form.Submit(("Input.BatchNumber", "X"), ("Input.ExpiresOn", "31 12 2025"), ("Input.Quantity", "1"), ("Input.CostPrice", "0.10"), ("Input.UnitPrice", "0.25"));
        var cheap = await form.Submit(("Input.BatchNumber", "X"), ("Input.ExpiresOn", "31 12 2027"), ("Input.Quantity", "1"), ("Input.CostPrice", "0.50"), ("Input.UnitPrice", "0.25"));

        Assert.Contains("These goods have expired and cannot be received.", expired.Errors, StringComparison.Ordinal);
        Assert.Contains("The selling price is below the cost price.", cheap.Errors, StringComparison.Ordinal);
        Assert.False(await App.UsingDb(db => db.StockBatches.AnyAsync(b => b.MedicationId == medication.Id)));
    }

    [Fact]
    public async Task What_is_low_or_expires_soon_stands_in_its_list()
    {
        var (low, expiring) = (Given.Medication("lowamycin", null, "amoxicillin"), Given.Medication("soonamycin", null, "amoxicillin"));
        await App.Save(Given.Goods(low, 5), Given.Goods(expiring, 500, Given.Today.AddDays(20)));

        var lows = await As(Role.Pharmacist).Open("/pharmacy/stock?show=Low&after=lowamycim~00000000-0000-0000-0000-000000000000");
        var soon = await As(Role.Pharmacist).Open("/pharmacy/stock?show=Expiring");

        Assert.Contains("lowamycin", lows.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("soonamycin", lows.Main, StringComparison.Ordinal);
        Assert.Contains("soonamycin", soon.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_formulary_is_kept()
    {
        var pharmacist = As(Role.Pharmacist);
        var form = await pharmacist.Open("/pharmacy/formulary/new");
        Assert.Contains("Enter the generic name.", (await form.Submit()).Errors, StringComparison.Ordinal);

        var list = await form.Submit(("Input.GenericName", "newamycin"), ("Input.Strength", "250 mg"), ("Input.Form", "Capsule"), ("Input.Route", "Oral"), ("Input.DoseUnit", "mg"), ("Input.PackUnit", "capsule"),
            ("Input.DosePerPackUnit", "250"), ("Input.ReorderLevel", "10"), ("Input.Ingredients", "erythromycin"));
        Assert.Contains("newamycin 250 mg capsule is in the formulary.", list.Notice, StringComparison.Ordinal);
        var edit = await (await pharmacist.Open("/pharmacy/formulary?q=newa")).Click("newamycin 250 mg");
        await edit.Submit(("Input.ReorderLevel", "30"));
        await (await pharmacist.Open(edit.Path)).SubmitForm("#activity");

        var kept = await App.UsingDb(db => db.Medications.SingleAsync(m => m.GenericName == "newamycin"));
        Assert.Equal((30m, false, "erythromycin"), (kept.ReorderLevel, kept.IsActive, Assert.Single(kept.IngredientCodes)));
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        foreach (var path in new[] { $"/pharmacy/stock/{Guid.Empty}", $"/pharmacy/stock/{Guid.Empty}/receive", $"/pharmacy/stock/batches/{Guid.Empty}/adjust", $"/pharmacy/formulary/{Guid.Empty}" })
            Assert.Equal(HttpStatusCode.NotFound, (await As(Role.Pharmacist).Open(path)).Status);
    }

    private async Task<Medication> Saved()
    {
        var medication = Given.Amoxicillin();
        await App.Save(medication);
        return medication;
    }
}

using HospitalWeb.Data.Pharmacy;
using HospitalWeb.Data.Prescribing;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Data;

/// <summary>What the database itself refuses, whoever asks.</summary>
public sealed class MedicineGuardTests(HospitalApp app) : PageTest(app)
{
    [Fact]
    public async Task A_signed_prescription_stays_as_it_was_signed()
    {
        var signed = Given.Signed(Given.NotAllergic(), Given.Doctor(), Given.Amoxicillin());
        await App.Save(signed);

        await Refuses(db => db.Database.ExecuteSqlAsync($"UPDATE \"Prescription\" SET \"Note\" = 'Changed.' WHERE \"Id\" = {signed.Id}"));
        await Refuses(db => db.Prescriptions.Where(p => p.Id == signed.Id).ExecuteDeleteAsync());
        await Refuses(db => db.PrescriptionItems.Where(i => i.PrescriptionId == signed.Id).ExecuteUpdateAsync(i => i.SetProperty(x => x.Quantity, 99m)));
        await Refuses(db => db.PrescriptionItems.Where(i => i.PrescriptionId == signed.Id).ExecuteDeleteAsync());
    }

    [Fact]
    public async Task The_ledger_only_grows_and_no_batch_goes_below_zero()
    {
        var goods = Given.Goods(Given.Amoxicillin(), 10);
        await App.Save(goods);

        await Refuses(db => db.StockMovements.ExecuteUpdateAsync(m => m.SetProperty(x => x.Quantity, 11m)));
        await Refuses(db => db.StockMovements.ExecuteDeleteAsync());
        await Refuses(db => db.StockBatches.ExecuteUpdateAsync(b => b.SetProperty(x => x.QuantityOnHand, -1m)));
    }

    private Task Refuses(Func<HospitalWeb.Data.HospitalContext, Task> deed) => Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => App.UsingDb(deed));
}

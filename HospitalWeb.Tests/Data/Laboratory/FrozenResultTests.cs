using HospitalWeb.Data.Laboratory;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Data.Laboratory;

public sealed class FrozenResultTests(HospitalApp app) : IClassFixture<HospitalApp>
{
    private async Task<Guid> AVerifiedResult()
    {
        var order = Given.ALabOrder(Given.Patient("Frozen"));
        await app.Save(order);
        var item = await app.UsingDb(async db =>
        {
            var fresh = await db.LabOrders.Include(o => o.Patient).Include(o => o.Items).ThenInclude(i => i.LabTest!.Analytes).SingleAsync(o => o.Id == order.Id);
            var released = Given.AReleasedItem(fresh, 4.4m);
            await db.SaveChangesAsync();
            return released;
        });
        return item.Results.Single().Id;
    }

    [Fact]
    public async Task The_database_refuses_to_change_or_delete_a_verified_value()
    {
        var id = await AVerifiedResult();

        await Assert.ThrowsAnyAsync<Exception>(() => app.UsingDb(db => db.LabResults.Where(r => r.Id == id).ExecuteUpdateAsync(r => r.SetProperty(x => x.NumericValue, 9.9m))));
        await Assert.ThrowsAnyAsync<Exception>(() => app.UsingDb(db => db.LabResults.Where(r => r.Id == id).ExecuteUpdateAsync(r => r.SetProperty(x => x.Unit, "mg/dL"))));
        await Assert.ThrowsAnyAsync<Exception>(() => app.UsingDb(db => db.LabResults.Where(r => r.Id == id).ExecuteDeleteAsync()));
        Assert.Equal(4.4m, (await app.UsingDb(db => db.LabResults.SingleAsync(r => r.Id == id))).NumericValue);
    }

    [Fact]
    public async Task What_a_correction_changes_about_the_old_value_is_allowed()
    {
        var id = await AVerifiedResult();

        await app.UsingDb(db => db.LabResults.Where(r => r.Id == id).ExecuteUpdateAsync(r => r.SetProperty(x => x.IsCurrent, false)));

        Assert.False((await app.UsingDb(db => db.LabResults.SingleAsync(r => r.Id == id))).IsCurrent);
    }
}

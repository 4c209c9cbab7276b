using HospitalWeb.Data.Facilities;
using HospitalWeb.Domain.Facilities;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Data;

public sealed class DemoInProductionTests(TestServer server) : IAsyncLifetime
{
    private readonly HospitalApp first = new(server), second = new(server);

    [Fact]
    public async Task A_database_that_holds_a_demo_hospital_is_refused_in_production()
    {
        await first.UsingDb(async db =>
        {
            await db.Facilities.ExecuteDeleteAsync();
            db.Add(new Facility { Name = "Demo", TimeZone = "Europe/London", Currency = new("GBP"), IsDemo = true });
            await db.SaveChangesAsync();
        });
        second.UseDatabase(first.Database);
        second.Settings["environment"] = "Production";

        var refused = Assert.ThrowsAny<Exception>(() => second.Services);

        Assert.Contains("demo hospital", refused.ToString());
    }

    public async ValueTask InitializeAsync() => await first.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await first.DisposeAsync();
        await second.DisposeAsync();
    }
}

using HospitalWeb.Data;
using HospitalWeb.Data.Wards;
using HospitalWeb.Web;

namespace HospitalWeb.Jobs;

/// <summary>Charges each day in bed once it is over; a day already charged stays as it is.</summary>
public sealed class ChargeBedDays(HospitalContext db, BedDayCharges beds, FacilityClock clock) : IHospitalJob
{
    public async Task RunAsync(CancellationToken token)
    {
        await beds.RaiseForAllAsync(clock.Today, clock.DateOf, new(Guid.Empty, "Nightly charging", clock.Now));
        await db.SaveChangesAsync(token);
    }
}

using HospitalWeb.Data;
using HospitalWeb.Data.Scheduling;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Jobs;

/// <summary>Marks appointments that are over and that nobody was checked in for.</summary>
public sealed class NoShowMarking(HospitalContext db, TimeProvider time, IConfiguration settings) : IHospitalJob
{
    private const int AtMost = 200;

    public async Task RunAsync(CancellationToken token)
    {
        var grace = TimeSpan.FromMinutes(settings.GetValue("Scheduling:NoShowAfterMinutes", 60));
        foreach (var id in await db.Appointments.Missed(time.GetUtcNow() - grace).OrderBy(a => a.EndsAt).Select(a => a.Id).Take(AtMost).ToListAsync(token))
        {
            db.ChangeTracker.Clear();
            await MarkAsync(id, token);
        }
    }

    private async Task MarkAsync(Guid id, CancellationToken token)
    {
        var missed = await db.Appointments.SingleAsync(a => a.Id == id, token);
        if (!missed.IsUpcoming) return;

        missed.MarkNoShow(time.GetUtcNow());
        try
        {
            await db.SaveChangesAsync(token);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody at the desk was quicker.
        }
    }
}

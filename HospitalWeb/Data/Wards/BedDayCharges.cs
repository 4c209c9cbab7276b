using HospitalWeb.Data.Billing;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Billing;
using HospitalWeb.Domain.Wards;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Data.Wards;

/// <summary>
/// Charges the bed days that are due and not charged yet: at discharge for one admission, at night for all. Adds and never saves.
/// Whoever runs it twice adds nothing.
/// </summary>
public sealed class BedDayCharges(HospitalContext db, Charges charges)
{
    public Task RaiseAsync(Admission admission, DateOnly today, Func<DateTimeOffset, DateOnly> localDate, Stamp stamp) => RaiseAsync([admission], today, localDate, stamp);

    /// <summary>The days that are over of everybody who is in hospital.</summary>
    public async Task RaiseForAllAsync(DateOnly today, Func<DateTimeOffset, DateOnly> localDate, Stamp stamp) =>
        await RaiseAsync(await db.Admissions.Open().WithStays().ToListAsync(), today, localDate, stamp);

    /// <summary>The stay was a mistake: what it cost is taken back.</summary>
    public async Task CancelAsync(Admission admission, string reason, Stamp stamp)
    {
        var raised = await db.Charges.Where(c => c.EncounterId == admission.EncounterId && c.SourceKind == ChargeSource.BedDay && c.CancelReason == null).ToListAsync();
        foreach (var charge in raised) charge.Cancel(reason, stamp);
    }

    private async Task RaiseAsync(IReadOnlyCollection<Admission> admissions, DateOnly today, Func<DateTimeOffset, DateOnly> localDate, Stamp stamp)
    {
        var due = admissions.SelectMany(a => BedDays.Due(a, today, localDate)).ToList();
        var visits = admissions.Select(a => a.EncounterId).ToList();
        var charged = await db.Charges.Where(c => c.SourceKind == ChargeSource.BedDay && c.EncounterId != null && visits.Contains(c.EncounterId.Value)).Select(c => c.SourceId).ToHashSetAsync();
        var acts = due.Where(d => !charged.Contains(d.SourceId)).Select(ActOf).ToList();
        if (acts.Count > 0) await charges.RaiseAsync(acts, stamp);
    }

    private static BillableAct ActOf(BedDay day) => new(
        ChargeSource.BedDay, day.SourceId, day.Stay.Admission.PatientId, day.Stay.Admission.EncounterId, day.Stay.Bed.Ward.BedDayPriceCode, 1, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Bed day {day.Date:dd-MMM-yyyy}, {day.Stay.Bed.Name}"));
}

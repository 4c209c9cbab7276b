using HospitalWeb.Data;
using HospitalWeb.Data.Scheduling;
using HospitalWeb.Data.Staff;
using HospitalWeb.Domain.Scheduling;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Reception.Pages.Appointments;

/// <summary>The doctors to choose from and, for the one chosen, the free times of the day and the next day that has any.</summary>
public sealed record SlotOffer(IReadOnlyList<SelectListItem> Doctors, Guid? Doctor, DateOnly Date)
{
    public IReadOnlyList<Slot> Free { get; private init; } = [];
    public Slot? Next { get; private init; }
    public string? DoctorName => Doctors.FirstOrDefault(d => d.Value == Doctor?.ToString())?.Text;

    public Slot? Chosen(DateTimeOffset? startsAt) => Free.Cast<Slot?>().FirstOrDefault(slot => slot!.Value.StartsAt == startsAt);

    public static async Task<SlotOffer> LoadAsync(HospitalContext db, FacilityClock clock, Guid? doctor, DateOnly? date, Guid? replacing = null)
    {
        var doctors = await db.Practitioners.DoctorsHere().ByName().Select(p => new { p.Id, p.DisplayName, p.Specialty }).ToListAsync();
        var choices = doctors.Select(d => new SelectListItem(d.Specialty is null ? d.DisplayName : $"{d.DisplayName}, {d.Specialty}", d.Id.ToString(), d.Id == doctor)).ToList();
        var offer = new SlotOffer(choices, doctor, date > clock.Today ? date.Value : clock.Today);
        if (doctor is null) return offer;

        var last = offer.Date.AddDays(SlotFinder.DaysToLookAhead);
        var found = await db.TimetablesAsync(db.Practitioners.AsNoTracking().Where(p => p.Id == doctor), offer.Date, last, clock.Zone, replacing);
        if (found.Count == 0) return offer;

        var timetable = found[0].Timetable;
        return offer with { Free = timetable.FreeOn(offer.Date, clock.Now), Next = timetable.NextFree(offer.Date.AddDays(1), clock.Now) };
    }
}

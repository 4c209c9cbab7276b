using HospitalWeb.Data;
using HospitalWeb.Data.Mail;
using HospitalWeb.Data.Scheduling;
using HospitalWeb.Domain.Mail;
using HospitalWeb.Web;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Jobs;

/// <summary>Puts a reminder into the outbox some hours before each appointment: one for each time to remind at, never after the visit, and nothing about the visit but when and where.</summary>
public sealed class AppointmentReminders(HospitalContext db, FacilityClock clock, FacilityBook book, IConfiguration settings) : IHospitalJob
{
    private const int AtOnce = 500;

    public async Task RunAsync(CancellationToken token)
    {
        if (book.Current is not { } facility) return;

        var hours = (settings.GetSection("Reminders:HoursBefore").Get<int[]>() ?? [24, 2]).Order().ToList();
        var coming = await db.Appointments.AsNoTracking().Upcoming().StartingIn(clock.Now.AddMicroseconds(1), clock.Now.AddHours(hours[^1]).AddMicroseconds(1))
            .Where(a => a.Patient.Email != null && a.Patient.DiedAt == null)
            .OrderBy(a => a.StartsAt).Select(a => new { a.Id, a.StartsAt, BookedAt = a.Booked.At, a.Patient.Email }).ToListAsync(token);

        // Only the nearest reminder that is due: after an hour without power nobody needs two.
        var due = from a in coming
                  let before = hours.First(h => a.StartsAt <= clock.Now.AddHours(h))
                  where a.BookedAt < a.StartsAt.AddHours(-before)
                  select new OutgoingMail
                  {
                      Key = $"reminder/{a.Id}/{before}h", To = a.Email!, QueuedAt = clock.Now, UselessAfter = a.StartsAt,
                      Subject = $"Your appointment at {facility.Name}",
                      Body = Words(clock.Local(a.StartsAt), facility.Name, facility.Letterhead.AddressLines, facility.Letterhead.Phone),
                  };
        foreach (var some in due.Chunk(AtOnce)) await QueueAsync(some, token);
    }

    private async Task QueueAsync(OutgoingMail[] reminders, CancellationToken token)
    {
        var keys = reminders.Select(mail => mail.Key).ToList();
        var there = await db.OutgoingMails.Where(m => keys.Contains(m.Key)).Select(m => m.Key).ToListAsync(token);
        db.AddRange(reminders.Where(mail => !there.Contains(mail.Key)));
        try
        {
            await db.SaveChangesAsync(token);
        }
        catch (DbUpdateException failure) when (failure.IsUniqueViolation())
        {
            // Another server has just queued some of them; the next run finds what is still missing.
            db.ChangeTracker.Clear();
        }
    }

    private static string Words(DateTimeOffset at, string hospital, IReadOnlyList<string> address, string? phone) =>
        $"""
        You have an appointment on {at.ToString("dddd d MMMM yyyy 'at' HH:mm", System.Globalization.CultureInfo.InvariantCulture)} (24-hour clock, local time of the hospital).

        {hospital}
        {string.Join('\n', address)}

        If you cannot come, cancel it in the patient portal{(phone is null ? "" : $" or call {phone}")}.
        """;
}

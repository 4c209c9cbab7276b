using System.Globalization;
using System.Text;
using HospitalWeb.Data;
using HospitalWeb.Data.Audit;
using HospitalWeb.Data.Billing;
using HospitalWeb.Data.Scheduling;
using HospitalWeb.Data.Wards;
using HospitalWeb.Web;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Jobs;

/// <summary>One finished day of the hospital in figures, and the end of the audit trail as this report saw it: paper that no database can change.</summary>
public sealed record NightFigures(string Hospital, DateOnly Day, IReadOnlyList<NightFigures.Part> Parts, long AuditSequence, string AuditHash)
{
    public sealed record Part(string Name, IReadOnlyList<Line> Lines);

    public sealed record Line(string Words, string Figure);

    public static async Task<NightFigures> OfAsync(DateOnly day, string hospital, HospitalContext db, FacilityClock clock, CancellationToken token)
    {
        var (from, until) = (clock.StartOf(day), clock.EndOf(day));
        var admissions = db.Admissions.Where(a => a.CancelReason == null);
        var visits = await db.Appointments.StartingIn(from, until).GroupBy(a => a.Status).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(token);
        var payments = await db.Payments.TakenOn(day).GroupBy(p => p.Method).Select(g => new { g.Key, Sum = g.Sum(p => p.Amount.Amount) }).ToListAsync(token);
        var charged = await db.Charges.Where(c => c.Raised.At >= from && c.Raised.At < until && c.CancelReason == null && c.Amount != null).SumAsync(c => c.Amount!.Value.Amount, token);
        var refunded = await db.Refunds.GivenOn(day).SumAsync(r => r.Amount.Amount, token);
        var head = await db.AuditHeads.AsNoTracking().SingleAsync(token);

        string Money(decimal amount) => Words.Money(new(amount, clock.Currency));
        return new(hospital, day,
        [
            new("Census",
            [
                new("In hospital at midnight", Count(await admissions.CountAsync(a => a.AdmittedAt < until && (a.EndedAt == null || a.EndedAt >= until), token))),
                new("Admitted", Count(await admissions.CountAsync(a => a.AdmittedAt >= from && a.AdmittedAt < until, token))),
                new("Discharged", Count(await admissions.CountAsync(a => a.EndedAt >= from && a.EndedAt < until, token))),
            ]),
            new("Appointments", [.. visits.OrderBy(v => v.Key).Select(v => new Line(Words.Spaced(v.Key.ToString()), Count(v.Count))), new("Together", Count(visits.Sum(v => v.Count)))]),
            new("Revenue",
            [
                new("Charged", Money(charged)),
                .. payments.OrderBy(p => p.Key).Select(p => new Line($"Paid, {Words.Spaced(p.Key.ToString()).ToLowerInvariant()}", Money(p.Sum))),
                new("Paid together", Money(payments.Sum(p => p.Sum))),
                new("Refunded", Money(refunded)),
            ]),
        ], head.Sequence, Convert.ToHexStringLower(head.Hash));
    }

    public byte[] Csv()
    {
        var csv = new StringBuilder("Part,Line,Figure\n");
        foreach (var part in Parts)
            foreach (var line in part.Lines) csv.Append(Web.Csv.Line(part.Name, line.Words, line.Figure));
        csv.Append(CultureInfo.InvariantCulture, $"Audit trail,Last entry,{AuditSequence}\nAudit trail,Seal,{AuditHash}\n");
        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(csv.ToString())];
    }

    private static string Count(int count) => Words.Number(count);
}

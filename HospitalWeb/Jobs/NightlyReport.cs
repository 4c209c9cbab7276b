using HospitalWeb.Data;
using HospitalWeb.Data.Accounts;
using HospitalWeb.Data.Mail;
using HospitalWeb.Domain.Mail;
using HospitalWeb.Printing;
using HospitalWeb.Web;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Jobs;

/// <summary>Mails the figures of the last finished day to the administrators, each of them once. Runs every hour, so that a night without power only makes it late.</summary>
public sealed class NightlyReport(HospitalContext db, FacilityClock clock, FacilityBook book, Sheets sheets, Paper paper) : IHospitalJob
{
    public async Task RunAsync(CancellationToken token)
    {
        if (book.Current is not { } facility) return;

        var day = clock.Today.AddDays(-1);
        var missing = await MissingAsync(day, token);
        if (missing.Count == 0) return;

        var figures = await NightFigures.OfAsync(day, facility.Name, db, clock, token);
        List<MailAttachment> attachments = [new($"report-{day:yyyy-MM-dd}.csv", "text/csv", figures.Csv())];
        if (paper.IsAvailable) attachments.Insert(0, new($"report-{day:yyyy-MM-dd}.pdf", "application/pdf", await paper.PrintAsync(await sheets.RenderAsync("/Printing/Reports/Night.cshtml", figures), token)));
        foreach (var (key, email) in missing)
            db.Add(new OutgoingMail { To = email, Subject = $"{facility.Name}: {Words.Date(day)} in figures", Body = Letter(figures), Key = key, QueuedAt = clock.Now, Attachments = [.. attachments] });
        await db.SaveChangesAsync(token);
    }

    private async Task<Dictionary<string, string>> MissingAsync(DateOnly day, CancellationToken token)
    {
        var administrators = await db.Administrators().Select(a => new { a.Id, a.Email }).ToListAsync(token);
        var wanted = administrators.ToDictionary(a => $"report/{Words.Date(day)}/{a.Id}", a => a.Email!);
        var there = await db.OutgoingMails.Where(m => wanted.Keys.Contains(m.Key)).Select(m => m.Key).ToListAsync(token);
        foreach (var key in there) wanted.Remove(key);
        return wanted;
    }

    private static string Letter(NightFigures figures) => string.Join('\n',
    [
        $"{Words.Date(figures.Day)} in figures. The files attached say the same.",
        .. figures.Parts.SelectMany(part => (string[])["", part.Name, .. part.Lines.Select(line => $"  {line.Words}: {line.Figure}")]),
        "", $"The audit trail ended at entry {figures.AuditSequence} with the seal {figures.AuditHash}. Keep this letter: it proves what the trail was.",
    ]);
}

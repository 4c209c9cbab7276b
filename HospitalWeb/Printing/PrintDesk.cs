using HospitalWeb.Audit;
using HospitalWeb.Data;
using HospitalWeb.Data.Printing;
using HospitalWeb.Domain.Audit;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Printing;

/// <summary>
/// Hands out sheets: as PDF, or as a page where that is asked for or no Chromium is installed.
/// A sheet is an original for the few minutes after somebody printed it for the first time; ever after it is a copy and says so.
/// </summary>
public sealed class PrintDesk(HospitalContext db, Sheets sheets, Paper paper, FacilityBook book, FacilityClock clock, CurrentUser me, IWebHostEnvironment site, IConfiguration settings, IHttpContextAccessor http)
{
    private static readonly TimeSpan OriginalFor = TimeSpan.FromMinutes(10);

    /// <summary>Notes that the original is printed now; saved with the rest of the request.</summary>
    public async Task PrintOriginalAsync(string kind, Guid id)
    {
        if (!await db.Printouts.AnyAsync(p => p.Kind == kind && p.SubjectId == id)) db.Printouts.Add(new() { Kind = kind, SubjectId = id, First = me.Stamp });
    }

    public async Task<IActionResult> HandOutAsync(Sheet sheet, Guid patientId, Guid id, bool asPage = false)
    {
        // Who takes a sheet reads the record, and that is written down before anything is shown.
        db.Record(AuditAction.Print, sheet.View, id.ToString(), patientId);
        await db.SaveChangesAsync();

        var first = await db.Printouts.Where(p => p.Kind == sheet.View && p.SubjectId == id).Select(p => (DateTimeOffset?)p.First.At).SingleOrDefaultAsync();
        var frame = Frame(sheet) with { IsCopy = first is null || clock.Now - first > OriginalFor };
        if (asPage || !paper.IsAvailable) return new ContentResult { Content = await sheets.RenderAsync(sheet, frame), ContentType = "text/html; charset=utf-8" };

        var pdf = await paper.PrintAsync(await sheets.RenderAsync(sheet, frame with { Style = await StyleAsync() }));
        http.HttpContext!.Response.Headers.ContentDisposition = $"inline; filename={sheet.Number}.pdf";
        return new FileContentResult(pdf, "application/pdf");
    }

    private SheetFrame Frame(Sheet sheet)
    {
        var facility = book.Current ?? throw new InvalidOperationException("There is no hospital to print for.");
        var address = sheet.VerificationCode is { } code ? $"{Site()}/verify/{code}" : null;
        return new()
        {
            Hospital = facility.Name, Letterhead = facility.Letterhead, PrintedAt = clock.Now, PrintedBy = me.Name,
            VerifyAddress = address, Square = address is null ? null : Square.Of(address),
        };
    }

    // Behind a proxy the hospital's public address is told by a setting.
    private string Site() => settings["PublicUrl"]?.TrimEnd('/') ?? $"{http.HttpContext!.Request.Scheme}://{http.HttpContext.Request.Host}";

    private async Task<string> StyleAsync()
    {
        var file = site.WebRootFileProvider.GetFileInfo("css/print.css");
        if (!file.Exists) return "";
        using var reader = new StreamReader(file.CreateReadStream());
        return await reader.ReadToEndAsync();
    }
}

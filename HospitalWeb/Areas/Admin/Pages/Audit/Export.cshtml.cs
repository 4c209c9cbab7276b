using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using HospitalWeb.Audit;
using HospitalWeb.Data;
using HospitalWeb.Domain.Audit;
using HospitalWeb.Interop.Fhir;
using HospitalWeb.Security;
using HospitalWeb.Security.Sessions;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Admin.Pages.Audit;

/// <summary>The entries that the list would show, newest first, as a file. Taking it is an entry too, and is written before the first line leaves.</summary>
[Requires(Permission.SeeAudit), Limited(Limit.Export), FreshSignIn]
public sealed class ExportModel(HospitalContext db, FacilityClock clock, PublicSite site) : PageModel
{
    private const int AtOnce = 1000;
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() }, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    [BindProperty(SupportsGet = true)]
    public AuditFilter Filter { get; init; } = new();

    [BindProperty(SupportsGet = true)]
    public Shape As { get; init; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (!ModelState.IsValid) return BadRequest();

        var entries = await Filter.EntriesAsync(db, clock);
        db.Record(AuditAction.Export, "AuditTrail", As == Shape.Csv ? "csv" : "fhir", await Filter.PatientIdAsync(db), reason: JsonSerializer.Serialize(Filter, Json));
        await db.SaveChangesAsync();

        Response.ContentType = As == Shape.Csv ? "text/csv; charset=utf-8" : "application/fhir+ndjson";
        Response.Headers.ContentDisposition = $"attachment; filename=audit.{(As == Shape.Csv ? "csv" : "ndjson")}";
        // A spreadsheet knows by the mark at its beginning how the file is written; JSON must not have one.
        await using var file = new StreamWriter(Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: As == Shape.Csv));
        if (As == Shape.Csv) await file.WriteAsync(Csv.Line("Entry", "Time (UTC)", "Account", "Name", "Roles", "Action", "Type", "Id", "Patient", "Outcome", "Reason", "Severity", "Security", "Session", "Reference", "Path", "Address", "Browser", "Changes"));
        for (var before = long.MaxValue; ;)
        {
            var page = await entries.Where(e => e.Sequence < before).OrderByDescending(e => e.Sequence).Take(AtOnce).ToListAsync();
            foreach (var entry in page) await file.WriteAsync(As == Shape.Csv ? Line(entry) : $"{AuditEvents.Of(entry, site.Address).ToJsonString()}\n");
            if (page.Count < AtOnce) return new EmptyResult();
            before = page[^1].Sequence;
        }
    }

    private static string Line(AuditEntry e) => Csv.Line(e.Sequence.ToString(CultureInfo.InvariantCulture), Words.Instant(e.At), e.AccountId?.ToString(), e.AccountName, e.Roles, e.Action.ToString(), e.EntityType, e.EntityId,
        e.PatientId?.ToString(), e.Outcome.ToString(), e.Reason, e.Severity.ToString(), e.IsSecurity ? "Yes" : "No", e.Session, e.Reference, e.Path, e.IpAddress, e.UserAgent, e.Changes is null ? null : e.Opened().ToJsonString());

    public enum Shape { Csv, Fhir }
}

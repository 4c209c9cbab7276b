using System.Text.Json.Nodes;
using HospitalWeb.Audit;
using HospitalWeb.Data;
using HospitalWeb.Data.Audit;
using HospitalWeb.Domain.Audit;
using HospitalWeb.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Admin.Pages.Audit;

[Requires(Permission.SeeAudit)]
public sealed class EntryModel(HospitalContext db) : PageModel
{
    public AuditEntry Entry { get; private set; } = null!;
    public IReadOnlyList<Change> Changes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromRoute] long sequence)
    {
        if (await db.AuditEntries.AsNoTracking().SingleOrDefaultAsync(e => e.Sequence == sequence) is not { } entry) return NotFound();

        Entry = entry;
        Changes = [.. entry.Opened().Select(p => new Change(p.Key, Text(p.Value, "before"), Text(p.Value, "after")))];
        return Page();
    }

    private static string Text(JsonNode? change, string side) => (change as JsonObject)?[side]?.ToString() ?? "Nothing";

    public sealed record Change(string Property, string Before, string After);
}

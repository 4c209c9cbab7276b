using System.Text.Json;
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
        using var changes = JsonDocument.Parse(entry.Changes ?? "{}");
        Changes = [.. changes.RootElement.EnumerateObject().Select(p => new Change(p.Name, Text(p.Value, "before"), Text(p.Value, "after")))];
        return Page();
    }

    private static string Text(JsonElement change, string side) =>
        change.TryGetProperty(side, out var value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : "Nothing";

    public sealed record Change(string Property, string Before, string After);
}

using System.ComponentModel.DataAnnotations;
using HospitalWeb.Data;
using HospitalWeb.Data.Access;
using HospitalWeb.Domain.Access;
using HospitalWeb.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Admin.Pages.Emergency;

public enum Review { [Display(Name = "To review")] Open, Reviewed }

public enum ReviewSort { [Display(Name = "Newest first")] Newest, [Display(Name = "Oldest first")] Oldest }

[Requires(Permission.ReviewEmergencyAccess)]
public sealed class IndexModel(HospitalContext db) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public Review? Show { get; init; }

    [BindProperty(SupportsGet = true)]
    public ReviewSort Sort { get; init; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; init; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public string? Next { get; private set; }

    public async Task OnGetAsync()
    {
        var accesses = db.EmergencyAccesses.AsQueryable();
        if (Show is { } show) accesses = accesses.Where(a => a.Outcome != null == (show == Review.Reviewed));
        var rows = await (Sort == ReviewSort.Newest ? accesses.NewestFirst(a => a.StartedAt, TimeKey.Parse(After)) : accesses.OldestFirst(a => a.StartedAt, TimeKey.Parse(After))).Take(PageSize + 1)
            .Select(a => new Row(a.Id, a.StartedAt, a.EndsAt, a.AccountName, a.Patient.Number, a.Reason, a.Outcome)).ToListAsync();
        Rows = [.. rows.Take(PageSize)];
        if (rows.Count > PageSize) Next = new TimeKey(Rows[^1].StartedAt, Rows[^1].Id).ToString();
    }

    public sealed record Row(Guid Id, DateTimeOffset StartedAt, DateTimeOffset EndsAt, string AccountName, int PatientNumber, string Reason, EmergencyOutcome? Outcome);
}

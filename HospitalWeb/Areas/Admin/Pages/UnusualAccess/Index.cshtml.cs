using System.ComponentModel.DataAnnotations;
using HospitalWeb.Data;
using HospitalWeb.Data.Access;
using HospitalWeb.Domain.Access;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Admin.Pages.UnusualAccess;

public enum Review { [Display(Name = "To review")] Open, Reviewed }

[Requires(Permission.ReviewEmergencyAccess)]
public sealed class IndexModel(HospitalContext db) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public Review? Show { get; init; }

    [BindProperty(SupportsGet = true)]
    public AlarmRule? Rule { get; init; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; init; }

    public string? Filtered => string.Join(" and ", new[] { Show is { } show ? Words.Of(show) : null, Rule is { } rule ? Words.Of(rule) : null }.OfType<string>()) is { Length: > 0 } words ? words : null;
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public string? Next { get; private set; }

    public async Task OnGetAsync()
    {
        var alarms = db.AccessAlarms.AsQueryable();
        if (Show is { } show) alarms = alarms.Where(a => a.ReviewNote != null == (show == Review.Reviewed));
        if (Rule is { } rule) alarms = alarms.Where(a => a.Rule == rule);
        var rows = await alarms.NewestFirst(a => a.At, TimeKey.Parse(After)).Take(PageSize + 1)
            .Select(a => new Row(a.Id, a.At, a.AccountName, a.Rule, a.What, a.Patient == null ? null : a.Patient.Number, a.ReviewNote != null)).ToListAsync();
        Rows = [.. rows.Take(PageSize)];
        if (rows.Count > PageSize) Next = new TimeKey(Rows[^1].At, Rows[^1].Id).ToString();
    }

    public sealed record Row(Guid Id, DateTimeOffset At, string AccountName, AlarmRule Rule, string What, int? PatientNumber, bool IsReviewed);
}

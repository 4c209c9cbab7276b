using System.ComponentModel.DataAnnotations;
using System.Globalization;
using HospitalWeb.Data;
using HospitalWeb.Data.Billing;
using HospitalWeb.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Billing.Pages.Bills;

public enum BillFilter { All, [Display(Name = "To be paid")] Unpaid, Drafts }

[Requires(Permission.EnterBilling)]
public sealed class IndexModel(HospitalContext db) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public BillFilter Show { get; set; }

    /// <summary>The number after which this page begins; of drafts, which have none, when and which was drafted.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public List<BillSummary> Bills { get; private set; } = [];
    public string? Next { get; private set; }

    public async Task OnGetAsync()
    {
        Bills = Show == BillFilter.Drafts ? await DraftsAsync() : await NumberedAsync();
        if (Bills.Count == PageSize) Next = Show == BillFilter.Drafts ? $"{new TimeKey(Bills[^1].Drafted, Bills[^1].Id)}" : $"{Bills[^1].Number}";
    }

    private Task<List<BillSummary>> NumberedAsync()
    {
        var bills = Show == BillFilter.Unpaid ? db.Bills.Unpaid() : db.Bills.Issued();
        if (int.TryParse(After, CultureInfo.InvariantCulture, out var after)) bills = bills.Where(b => b.Number < after);
        return bills.OrderByDescending(b => b.Number).Summaries().Take(PageSize).ToListAsync();
    }

    private Task<List<BillSummary>> DraftsAsync() => db.Bills.Drafts().NewestFirst(b => b.Drafted.At, TimeKey.Parse(After)).Summaries().Take(PageSize).ToListAsync();
}

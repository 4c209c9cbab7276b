using HospitalWeb.Data;
using HospitalWeb.Data.Billing;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Billing;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Billing.Pages.Takings;

[Requires(Permission.TakePayments)]
public sealed class IndexModel(HospitalContext db, FacilityClock clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public DateOnly? Day { get; set; }

    public List<Row> Rows { get; private set; } = [];
    public Row Sum => new(default, Rows.Sum(r => r.Receipts), Rows.Select(r => r.Taken).Total(clock.Currency), Rows.Select(r => r.Refunded).Total(clock.Currency));

    public async Task OnGetAsync()
    {
        var day = Day ??= clock.Today;
        var taken = await db.Payments.TakenOn(day).GroupBy(p => p.Method).Select(g => new { Method = g.Key, Count = g.Count(), Sum = g.Sum(p => p.Amount.Amount) }).ToDictionaryAsync(g => g.Method);
        var given = await db.Refunds.GivenOn(day).GroupBy(r => r.Payment.Method).Select(g => new { Method = g.Key, Sum = g.Sum(r => r.Amount.Amount) }).ToDictionaryAsync(g => g.Method);

        Rows = [.. Enum.GetValues<PaymentMethod>().Where(m => taken.ContainsKey(m) || given.ContainsKey(m)).Select(m => new Row(
            m, taken.GetValueOrDefault(m)?.Count ?? 0, new(taken.GetValueOrDefault(m)?.Sum ?? 0, clock.Currency), new(given.GetValueOrDefault(m)?.Sum ?? 0, clock.Currency)))];
    }

    public sealed record Row(PaymentMethod Method, int Receipts, Money Taken, Money Refunded)
    {
        public Money Net => Taken - Refunded;
    }
}

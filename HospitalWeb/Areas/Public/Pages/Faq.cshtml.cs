using HospitalWeb.Data;
using HospitalWeb.Data.Content;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Public.Pages;

public sealed class FaqModel(HospitalContext db) : PageModel
{
    public ILookup<string, Row> Questions { get; private set; } = Array.Empty<Row>().ToLookup(row => row.Category);

    public async Task OnGetAsync()
    {
        var rows = await db.Faqs.Where(f => f.IsActive).OrderBy(f => f.Order).ThenBy(f => f.Id).Select(f => new Row(f.Question, f.Answer, f.Category ?? "General")).ToListAsync();
        Questions = rows.ToLookup(row => row.Category);
    }

    public sealed record Row(string Question, string Answer, string Category);
}

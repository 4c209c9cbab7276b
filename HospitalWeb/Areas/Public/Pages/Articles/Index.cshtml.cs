using HospitalWeb.Data;
using HospitalWeb.Data.Content;
using HospitalWeb.Domain.Content;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Public.Pages.Articles;

public sealed class IndexModel(HospitalContext db) : PageModel
{
    private const int PerPage = 20;

    [BindProperty(SupportsGet = true)]
    public ArticleCategory? Category { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public IReadOnlyList<ArticleLine> Rows { get; private set; } = [];
    public string? Next { get; private set; }

    public async Task OnGetAsync()
    {
        var articles = db.Articles.Published();
        if (Category is { } category) articles = articles.Where(a => a.Category == category);
        if (After is { } last && await db.Articles.Where(a => a.Id == last).Select(a => a.PublishedAt).SingleOrDefaultAsync() is { } at)
            articles = articles.Where(a => a.PublishedAt < at || a.PublishedAt == at && a.Id.CompareTo(last) > 0);

        var found = await articles.OrderByDescending(a => a.PublishedAt).ThenBy(a => a.Id).Lines().Take(PerPage + 1).ToListAsync();
        Rows = found.Take(PerPage).ToList();
        if (found.Count > PerPage) Next = Rows[^1].Id.ToString();
    }
}

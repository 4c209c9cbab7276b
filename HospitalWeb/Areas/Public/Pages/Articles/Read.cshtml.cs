using HospitalWeb.Data;
using HospitalWeb.Data.Content;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Public.Pages.Articles;

public sealed class ReadModel(HospitalContext db) : PageModel
{
    [FromRoute]
    public string Slug { get; init; } = "";

    public Row Article { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await db.Articles.Published().Where(a => a.Slug == Slug).Select(a => new Row(a.Title, a.Summary, a.Body, a.PublishedAt!.Value)).SingleOrDefaultAsync() is not { } found) return NotFound();

        Article = found;
        return Page();
    }

    public sealed record Row(string Title, string Summary, string Body, DateTimeOffset PublishedAt);
}

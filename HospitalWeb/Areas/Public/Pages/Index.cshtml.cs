using HospitalWeb.Data;
using HospitalWeb.Data.Content;
using HospitalWeb.Domain.Facilities;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Public.Pages;

public sealed class IndexModel(HospitalContext db, FacilityBook book) : PageModel
{
    private const int MostArticles = 3;

    public Facility? Facility => book.Current;
    public IReadOnlyList<ArticleLine> Articles { get; private set; } = [];

    public async Task OnGetAsync() => Articles = await db.Articles.Published().Where(a => a.IsFeatured)
        .OrderByDescending(a => a.PublishedAt).ThenBy(a => a.Id).Lines().Take(MostArticles).ToListAsync();
}

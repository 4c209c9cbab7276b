using HospitalWeb.Data;
using HospitalWeb.Data.Content;
using HospitalWeb.Domain.Content;
using HospitalWeb.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Admin.Pages.Content;

[Requires(Permission.ManageContent)]
public sealed class IndexModel(HospitalContext db) : PageModel
{
    public IReadOnlyList<ArticleRow> Articles { get; private set; } = [];
    public IReadOnlyList<FaqRow> Faqs { get; private set; } = [];
    public IReadOnlyList<PolicyRow> Policies { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Articles = await db.Articles.OrderBy(a => a.Title).Select(a => new ArticleRow(a.Id, a.Title, a.Category, a.PublishedAt)).ToListAsync();
        Faqs = await db.Faqs.OrderBy(f => f.Order).ThenBy(f => f.Question).Select(f => new FaqRow(f.Id, f.Question, f.IsActive)).ToListAsync();
        Policies = await db.PrivacyPolicies.OrderByDescending(p => p.EffectiveFrom).Select(p => new PolicyRow(p.Id, p.Edition, p.Title, p.EffectiveFrom, p.Status)).ToListAsync();
    }

    public sealed record ArticleRow(Guid Id, string Title, ArticleCategory Category, DateTimeOffset? PublishedAt);

    public sealed record FaqRow(Guid Id, string Question, bool IsActive);

    public sealed record PolicyRow(Guid Id, string Edition, string Title, DateOnly EffectiveFrom, PolicyStatus Status);
}

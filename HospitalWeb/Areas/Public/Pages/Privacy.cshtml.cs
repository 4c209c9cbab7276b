using HospitalWeb.Data;
using HospitalWeb.Data.Content;
using HospitalWeb.Domain.Content;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Public.Pages;

public sealed class PrivacyModel(HospitalContext db) : PageModel
{
    /// <summary>Null until a policy has been put in force.</summary>
    public Row? Policy { get; private set; }

    public async Task OnGetAsync() => Policy = await db.PrivacyPolicies.Where(p => p.Status == PolicyStatus.Active).Select(p => new Row(p.Edition, p.Title, p.Body, p.EffectiveFrom)).SingleOrDefaultAsync();

    public sealed record Row(string Edition, string Title, string Body, DateOnly EffectiveFrom);
}

using HospitalWeb.Data;
using HospitalWeb.Data.Encounters;
using HospitalWeb.Domain.Encounters;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Web.Clinical;

/// <summary>What a search of the ICD-10 found, as choices.</summary>
public sealed record IcdFinder(string? Typed, IReadOnlyList<IcdCode> Codes, bool HasMore)
{
    private const int MostShown = 25;

    public static readonly IcdFinder Nothing = new(null, [], false);

    public bool HasSearched => !string.IsNullOrWhiteSpace(Typed);
    public IEnumerable<SelectListItem> Choices => Codes.Select(c => new SelectListItem($"{c.Code} {c.Title}{(c.IsBillable ? "" : " (heading, too coarse to bill)")}", c.Code));

    public static async Task<IcdFinder> FindAsync(HospitalContext db, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return Nothing;

        var found = await db.IcdSearch(typed).AsNoTracking().Take(MostShown + 1).ToListAsync();
        return new(typed.Trim(), [.. found.Take(MostShown)], found.Count > MostShown);
    }
}

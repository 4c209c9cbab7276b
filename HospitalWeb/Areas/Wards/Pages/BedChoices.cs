using HospitalWeb.Data;
using HospitalWeb.Data.Wards;
using HospitalWeb.Domain.Wards;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Wards.Pages;

internal static class BedChoices
{
    /// <summary>Beds that take a patient now, by ward; one that is kept for somebody says for whom.</summary>
    public static async Task<List<SelectListItem>> BedChoicesAsync(this HospitalContext db)
    {
        var beds = await db.Beds.Available().OrderBy(b => b.Ward.Name).ThenBy(b => b.Label.Length).ThenBy(b => b.Label)
            .Select(b => new { b.Id, b.Label, Ward = b.Ward.Name, b.State, b.Reason }).ToListAsync();
        return beds.ConvertAll(b => new SelectListItem($"{b.Ward}, bed {b.Label}{(b.State == BedState.Reserved ? $" (kept for {b.Reason})" : "")}", b.Id.ToString()));
    }
}

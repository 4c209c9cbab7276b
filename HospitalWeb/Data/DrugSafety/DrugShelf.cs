using HospitalWeb.Domain.DrugSafety;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Data.DrugSafety;

/// <summary>The newest edition of the drug knowledge, read once and kept until another one is loaded.</summary>
public sealed class DrugShelf
{
    private volatile DrugReference current = DrugReference.Empty;

    public async Task<DrugReference> CurrentAsync(HospitalContext db, CancellationToken token = default)
    {
        var newest = db.DrugKnowledge.OrderByDescending(k => k.LoadedAt);
        var version = await newest.Select(k => k.Edition).FirstOrDefaultAsync(token);
        if (version is null) return DrugReference.Empty;
        if (current.Version == version) return current;

        var knowledge = await newest.AsNoTracking().FirstAsync(token);
        return current = new DrugReference(knowledge.Edition, knowledge.Facts);
    }
}

using HospitalWeb.Domain.DrugSafety;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Data.DrugSafety;

/// <summary>The newest edition of the drug knowledge, read once and kept until another one is loaded.</summary>
public sealed class DrugShelf
{
    private volatile DrugReference current = DrugReference.Empty;

    public async Task<DrugReference> CurrentAsync(HospitalContext db, CancellationToken token = default) =>
        await OfEditionAsync(db, await db.DrugKnowledge.NewestFirst().Select(k => k.Edition).FirstOrDefaultAsync(token), token);

    /// <summary>For whoever has asked already which edition is the newest.</summary>
    public async Task<DrugReference> OfEditionAsync(HospitalContext db, string? edition, CancellationToken token = default)
    {
        if (edition is null) return DrugReference.Empty;
        if (current.Version == edition) return current;

        var knowledge = await db.DrugKnowledge.AsNoTracking().SingleAsync(k => k.Edition == edition, token);
        return current = new DrugReference(knowledge.Edition, knowledge.Facts);
    }
}

namespace HospitalWeb.Domain.Pharmacy;

/// <summary>First expired, first out: from which batches a quantity is taken, and whether somebody's choice jumps the row.</summary>
public static class Fefo
{
    public static IReadOnlyList<Portion> Propose(IEnumerable<StockBatch> batches, decimal quantity, DateOnly today)
    {
        var portions = new List<Portion>();
        foreach (var batch in InOrder(batches).Where(b => !b.HasExpired(today) && b.QuantityOnHand > 0))
        {
            if (quantity <= 0) break;
            var taken = Math.Min(quantity, batch.QuantityOnHand);
            portions.Add(new(batch, taken));
            quantity -= taken;
        }

        return portions;
    }

    /// <summary>True when a batch is left behind that expires before one that is taken from.</summary>
    public static bool SkipsEarlier(IEnumerable<StockBatch> batches, IReadOnlyCollection<Portion> chosen, DateOnly today)
    {
        var last = chosen.Select(c => c.Batch.ExpiresOn).DefaultIfEmpty().Max();
        return batches.Any(b => !b.HasExpired(today) && b.ExpiresOn < last && b.QuantityOnHand > chosen.Where(c => c.Batch == b).Sum(c => c.Quantity));
    }

    public static IEnumerable<StockBatch> InOrder(IEnumerable<StockBatch> batches) => batches.OrderBy(b => b.ExpiresOn).ThenBy(b => b.ReceivedAt);
}

public sealed record Portion(StockBatch Batch, decimal Quantity);

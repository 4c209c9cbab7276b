namespace HospitalWeb.Domain.Billing;

/// <summary>Shares out an amount in proportion, to the smallest coin, so that the parts add up to the whole (largest remainder; of equal remainders the first).</summary>
public static class Share
{
    public static Money[] Out(Money whole, IReadOnlyList<Money> weights)
    {
        var coin = Coin(whole.Currency.Exponent);
        var (coins, total) = (whole.Amount / coin, weights.Sum(weight => weight.Amount));
        if (total == 0) return [.. weights.Select(_ => Money.Zero(whole.Currency))];

        var exact = weights.Select(weight => coins * weight.Amount / total).ToArray();
        var parts = exact.Select(decimal.Floor).ToArray();
        var left = (int)(coins - parts.Sum());
        foreach (var (_, at) in exact.Select((share, at) => (share, at)).OrderByDescending(s => s.share - decimal.Floor(s.share)).Take(left)) parts[at]++;

        return [.. parts.Select(part => new Money(part * coin, whole.Currency))];
    }

    private static decimal Coin(int exponent) => new(1, 0, 0, false, (byte)exponent);
}

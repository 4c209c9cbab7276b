using HospitalWeb.Domain;
using HospitalWeb.Domain.Billing;

namespace HospitalWeb.Tests.Domain.Billing;

public sealed class ShareTests
{
    private static Money[] Of(string currency, params decimal[] amounts) => [.. amounts.Select(amount => new Money(amount, new(currency)))];

    private static void Shared(string currency, decimal whole, decimal[] weights, decimal[] parts) =>
        Assert.Equal(Of(currency, parts), Share.Out(new(whole, new(currency)), Of(currency, weights)));

    [Fact]
    public void The_largest_remainder_gets_the_last_coin() => Shared("EUR", 1m, [1m, 1m, 1m], [0.34m, 0.33m, 0.33m]);

    [Fact]
    public void Uneven_lines_share_in_proportion() => Shared("EUR", 10m, [66.67m, 33.33m], [6.67m, 3.33m]);

    [Fact]
    public void Yen_are_shared_whole() => Shared("JPY", 10m, [1m, 1m, 1m], [4m, 3m, 3m]);

    [Fact]
    public void Dinars_are_shared_to_the_fils() => Shared("KWD", 0.010m, [1m, 1m, 1m], [0.004m, 0.003m, 0.003m]);

    [Fact]
    public void Lines_that_cost_nothing_share_nothing() => Shared("EUR", 0m, [0m, 0m], [0m, 0m]);

    [Fact]
    public void The_parts_always_add_up_to_the_whole()
    {
        var random = new Random(20260302);

        for (var run = 0; run < 500; run++)
        {
            var weights = Of("EUR", [.. Enumerable.Range(0, random.Next(1, 30)).Select(_ => random.Next(1, 1_000_000) / 100m)]);
            var whole = new Money(weights.Sum(weight => weight.Amount) * random.Next(0, 101) / 100m, new("EUR"));

            var parts = Share.Out(whole, weights);

            Assert.Equal(whole, parts.Total(new("EUR")));
            Assert.All(parts.Zip(weights), pair => Assert.True(!pair.First.IsNegative && pair.First <= pair.Second));
        }
    }
}

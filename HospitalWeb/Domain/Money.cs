using System.Globalization;

namespace HospitalWeb.Domain;

/// <summary>An ISO 4217 currency with the number of decimals it is counted in.</summary>
public readonly record struct Currency(string Code)
{
    private static readonly Dictionary<string, int> OtherThanTwo = new()
    {
        ["BHD"] = 3, ["IQD"] = 3, ["JOD"] = 3, ["KWD"] = 3, ["LYD"] = 3, ["OMR"] = 3, ["TND"] = 3,
        ["BIF"] = 0, ["CLP"] = 0, ["DJF"] = 0, ["GNF"] = 0, ["ISK"] = 0, ["JPY"] = 0, ["KMF"] = 0, ["KRW"] = 0, ["PYG"] = 0,
        ["RWF"] = 0, ["UGX"] = 0, ["UYI"] = 0, ["VND"] = 0, ["VUV"] = 0, ["XAF"] = 0, ["XOF"] = 0, ["XPF"] = 0,
    };

    /// <summary>Decimals of the smallest unit, by ISO 4217 (list one).</summary>
    public int Exponent => OtherThanTwo.GetValueOrDefault(Code, 2);

    public override string ToString() => Code;
}

/// <summary>An amount in one currency, always rounded half away from zero to what that currency can be paid in.</summary>
public readonly record struct Money : IComparable<Money>
{
    public Money(decimal amount, Currency currency)
    {
        Currency = currency;
        Amount = Math.Round(amount, currency.Exponent, MidpointRounding.AwayFromZero);
    }

    /// <summary>An amount as somebody typed it; one that cannot be paid in this currency is refused, not rounded.</summary>
    public static Money Exactly(decimal amount, Currency currency)
    {
        var money = new Money(amount, currency);
        BrokenRule.When(money.Amount != amount, currency.Exponent == 0 ? $"{currency} has no smaller unit: enter a whole amount." : $"{currency} is counted with {currency.Exponent} decimals: enter no more than that.");
        return money;
    }

    public decimal Amount { get; private init; }
    public Currency Currency { get; private init; }

    public bool IsZero => Amount == 0;
    public bool IsNegative => Amount < 0;
    public bool IsPositive => Amount > 0;

    public static Money Zero(Currency currency) => new(0, currency);

    public static Money operator +(Money a, Money b) => new(a.Amount + Same(a, b).Amount, a.Currency);
    public static Money operator -(Money a, Money b) => new(a.Amount - Same(a, b).Amount, a.Currency);
    public static Money operator -(Money a) => new(-a.Amount, a.Currency);
    public static Money operator *(Money a, decimal factor) => new(a.Amount * factor, a.Currency);
    public static bool operator <(Money a, Money b) => a.CompareTo(b) < 0;
    public static bool operator >(Money a, Money b) => a.CompareTo(b) > 0;
    public static bool operator <=(Money a, Money b) => a.CompareTo(b) <= 0;
    public static bool operator >=(Money a, Money b) => a.CompareTo(b) >= 0;

    public static Money Min(Money a, Money b) => a <= b ? a : b;

    public int CompareTo(Money other) => Amount.CompareTo(Same(this, other).Amount);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Currency} {Amount.ToString($"N{Currency.Exponent}", CultureInfo.InvariantCulture)}");

    private static Money Same(Money a, Money b) => a.Currency == b.Currency ? b : throw new InvalidOperationException($"{a.Currency} and {b.Currency} cannot be reckoned together.");
}

public static class MoneySum
{
    public static Money Total(this IEnumerable<Money> amounts, Currency currency) => amounts.Aggregate(Money.Zero(currency), (sum, amount) => sum + amount);
}

namespace HospitalWeb.Domain.Billing;

/// <summary>What one unit costs, kept to four decimals: only the amount of a line is rounded to what can be paid, so three at 33.333 make 100.00.</summary>
public readonly record struct UnitPrice
{
    public const int Decimals = 4;

    public UnitPrice(decimal amount, Currency currency)
    {
        BrokenRule.When(amount < 0, "A price cannot be below zero.");

        Currency = currency;
        Amount = Math.Round(amount, Decimals, MidpointRounding.AwayFromZero);
    }

    public decimal Amount { get; private init; }
    public Currency Currency { get; private init; }

    public Money Times(decimal quantity) => new(Amount * quantity, Currency);

    public static implicit operator UnitPrice(Money money) => new(money.Amount, money.Currency);
}

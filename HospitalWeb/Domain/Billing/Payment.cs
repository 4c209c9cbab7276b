namespace HospitalWeb.Domain.Billing;

/// <summary>What somebody hands over: of cash also what was given, so that the change is on the receipt.</summary>
public sealed record Tender(PaymentMethod Method, Money Amount, Money? Given = null, string? Reference = null);

/// <summary>Money by one method. It is never changed: what is given back stands beside it as refunds, together at most the payment.</summary>
public sealed class Payment
{
    public const int ReferenceMaxLength = 100;

    public Guid Id { get; private set; }
    public Guid ReceiptId { get; private set; }
    public Receipt Receipt { get; private set; } = null!;
    public required PaymentMethod Method { get; init; }
    public required Money Amount { get; init; }
    public Money? Given { get; init; }
    public string? Reference { get; init; }
    public Money Refunded { get; private set; }
    public List<Refund> Refunds { get; private set; } = [];

    public Money? Change => Given is { } given ? given - Amount : null;
    public Money Refundable => Amount - Refunded;

    internal static Payment Of(Tender tender)
    {
        BrokenRule.When(!tender.Amount.IsPositive, "Enter an amount above zero.");
        BrokenRule.When(tender.Given is { } given && given < tender.Amount, $"{tender.Given} is less than the {tender.Amount} to be paid in cash.");

        return new()
        {
            Method = tender.Method, Amount = tender.Amount, Given = tender.Method == PaymentMethod.Cash ? tender.Given : null,
            Reference = string.IsNullOrWhiteSpace(tender.Reference) ? null : tender.Reference.Trim(), Refunded = Money.Zero(tender.Amount.Currency),
        };
    }

    internal Refund GiveBack(Money amount, string reason, int number, DateOnly day, Stamp stamp)
    {
        BrokenRule.When(!amount.IsPositive, "Enter an amount above zero.");
        BrokenRule.When(amount > Refundable, $"Only {Refundable} of this payment can still be refunded.");
        BrokenRule.When(string.IsNullOrWhiteSpace(reason), "Say why the money is given back.");

        var refund = new Refund { Number = number, Day = day, Amount = amount, Reason = reason.Trim(), Given = stamp };
        Refunds.Add(refund);
        Refunded += amount;
        return refund;
    }
}

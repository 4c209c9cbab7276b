namespace HospitalWeb.Domain.Billing;

/// <summary>Money taken in one go, by one or several methods, under one number without gaps.</summary>
public sealed class Receipt
{
    public const string Prefix = "RCT";

    public Guid Id { get; private set; }
    public Guid BillId { get; private set; }
    public Bill Bill { get; private set; } = null!;
    public required int Number { get; init; }
    public required string VerificationCode { get; init; }
    /// <summary>The hospital's day whose takings this belongs to.</summary>
    public required DateOnly Day { get; init; }
    public required Stamp Taken { get; init; }
    public required List<Payment> Payments { get; init; }

    public string HumanNumber => Domain.HumanNumber.Format(Prefix, Number);

    public Money Total(Currency currency) => Payments.Select(payment => payment.Amount).Total(currency);
}

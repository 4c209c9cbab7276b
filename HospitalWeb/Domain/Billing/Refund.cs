namespace HospitalWeb.Domain.Billing;

/// <summary>Part of one payment, given back by the way it came.</summary>
public sealed class Refund
{
    public const string Prefix = "RFD";
    public const int ReasonMaxLength = 500;

    public Guid Id { get; private set; }
    public Guid PaymentId { get; private set; }
    public Payment Payment { get; private set; } = null!;
    public required int Number { get; init; }
    public required Money Amount { get; init; }
    public required string Reason { get; init; }
    /// <summary>The hospital's day whose takings this lessens.</summary>
    public required DateOnly Day { get; init; }
    public required Stamp Given { get; init; }

    public string HumanNumber => Domain.HumanNumber.Format(Prefix, Number);
}

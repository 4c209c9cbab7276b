namespace HospitalWeb.Domain.Billing;

/// <summary>A correction of an issued bill: part of it is no longer owed. The bill itself stays as it was issued.</summary>
public sealed class Credit
{
    public const string Prefix = "CRN";
    public const int ReasonMaxLength = 500;

    public Guid Id { get; private set; }
    public Guid BillId { get; private set; }
    public required int Number { get; init; }
    public required Money Amount { get; init; }
    public required string Reason { get; init; }
    public required Stamp Given { get; init; }

    public string HumanNumber => Domain.HumanNumber.Format(Prefix, Number);
}

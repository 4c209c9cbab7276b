namespace HospitalWeb.Domain.Billing;

/// <summary>What another system billed for a visit. It is told for the record: nothing of it is owed here.</summary>
public sealed class PastClaim : IImported
{
    public const int KindMaxLength = 40;
    public const int PayerMaxLength = 200;

    public Guid Id { get; private set; }
    public string? ImportedFrom { get; init; }
    public required Guid PatientId { get; init; }
    public Guid? EncounterId { get; init; }
    /// <summary>The sort of claim in the sender's word, such as "pharmacy" or "professional".</summary>
    public required string Kind { get; init; }
    /// <summary>Who was to pay: an insurer's name as the sender wrote it.</summary>
    public string? Payer { get; init; }
    public required DateTimeOffset BilledAt { get; init; }
    public required Money Total { get; init; }
}

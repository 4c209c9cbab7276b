namespace HospitalWeb.Domain.Wards;

/// <summary>The time one patient lay in one bed, from its first instant up to but not including its last. A bed has one open stay at most.</summary>
public sealed class BedStay
{
    public Guid Id { get; private set; }
    public required Admission Admission { get; init; }
    public Guid AdmissionId { get; private set; }
    public required Bed Bed { get; init; }
    public Guid BedId { get; private set; }
    public required DateTimeOffset From { get; init; }
    public DateTimeOffset? Until { get; private set; }

    internal void End(Stamp by)
    {
        Until = by.At;
        Bed.Leave(by);
    }
}

using HospitalWeb.Domain.Staff;

namespace HospitalWeb.Domain.Wards;

/// <summary>A practitioner works on a ward, and so treats whoever lies there.</summary>
public sealed class WardDuty
{
    public required Guid PractitionerId { get; init; }
    public Practitioner Practitioner { get; private set; } = null!;
    public required Guid WardId { get; init; }
    public Ward Ward { get; private set; } = null!;
}

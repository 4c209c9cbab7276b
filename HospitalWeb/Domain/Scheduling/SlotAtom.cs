using HospitalWeb.Domain.Staff;

namespace HospitalWeb.Domain.Scheduling;

/// <summary>Five minutes of one practitioner. A practitioner has each of them once, so two overlapping bookings cannot both be saved.</summary>
[NotAudited]
public sealed class SlotAtom
{
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(5);

    /// <summary>Grows with the time, so that everybody saves the atoms of a slot in one order and nobody waits for each other in a ring.</summary>
    public Guid Id { get; private set; }
    public Guid AppointmentId { get; private set; }
    public required Practitioner Practitioner { get; init; }
    public Guid PractitionerId { get; private set; }
    public required DateTimeOffset StartsAt
    {
        get;
        init => (field, Id) = (value, Guid.CreateVersion7(value));
    }
}

using HospitalWeb.Domain.Staff;

namespace HospitalWeb.Domain.Scheduling;

/// <summary>One day that differs from the week: leave and holidays block, extra clinics open. Without times it is the whole day.</summary>
public sealed class AvailabilityException
{
    public Guid Id { get; private set; }
    public required Practitioner Practitioner { get; init; }
    public Guid PractitionerId { get; private set; }
    public required ExceptionKind Kind { get; init; }
    public required DateOnly Date { get; init; }
    public TimeOnly? From { get; init; }
    public TimeOnly? Until { get; init; }
    public int SlotMinutes { get; init; } = Availability.DefaultSlotMinutes;
    public string? Reason { get; init; }
}

public enum ExceptionKind { Available, Blocked }

using HospitalWeb.Domain.Staff;

namespace HospitalWeb.Domain.Scheduling;

/// <summary>Hours that come back every week, in the hospital's own wall-clock time. Hours that end at or before their start end the next day.</summary>
public sealed class Availability
{
    public const int DefaultSlotMinutes = 30;

    public Guid Id { get; private set; }
    public required Practitioner Practitioner { get; init; }
    public Guid PractitionerId { get; private set; }
    public required DayOfWeek Day { get; init; }
    public required TimeOnly From { get; init; }
    public required TimeOnly Until { get; init; }
    public int SlotMinutes { get; init; } = DefaultSlotMinutes;
    public required DateOnly EffectiveFrom { get; init; }
    public DateOnly? EffectiveUntil { get; private set; }

    public bool AppliesOn(DateOnly date) => date.DayOfWeek == Day && date >= EffectiveFrom && !(date > EffectiveUntil);

    public void EndOn(DateOnly lastDay) => EffectiveUntil = lastDay;
}

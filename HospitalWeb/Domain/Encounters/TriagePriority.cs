using HospitalWeb.Domain.Scheduling;

namespace HospitalWeb.Domain.Encounters;

/// <summary>
/// Five triage levels in the words of the Canadian Triage and Acuity Scale (2008); 1 is seen first.
/// The target is the longest time to a doctor by that scale.
/// </summary>
public sealed record TriagePriority(int Rank, string Word, TimeSpan SeenWithin)
{
    public const int Untriaged = 4;

    public static readonly IReadOnlyList<TriagePriority> All =
    [
        new(1, "Resuscitation", TimeSpan.Zero),
        new(2, "Emergent", TimeSpan.FromMinutes(15)),
        new(3, "Urgent", TimeSpan.FromMinutes(30)),
        new(4, "Less urgent", TimeSpan.FromMinutes(60)),
        new(5, "Non-urgent", TimeSpan.FromMinutes(120)),
    ];

    public string Label => $"{Rank} {Word}";

    public static bool IsValid(int rank) => rank is >= 1 and <= 5;

    public static TriagePriority For(int rank) => All[Math.Clamp(rank, 1, 5) - 1];

    public static int Of(AppointmentReason reason) => reason switch
    {
        AppointmentReason.Emergency => 2,
        AppointmentReason.Urgent => 3,
        AppointmentReason.RoutineCheckup => 5,
        _ => Untriaged,
    };
}

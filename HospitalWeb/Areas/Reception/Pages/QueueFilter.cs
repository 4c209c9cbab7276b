using HospitalWeb.Domain.Scheduling;

namespace HospitalWeb.Areas.Reception.Pages;

/// <summary>The states of a visit as the front desk tells them apart.</summary>
public enum QueueFilter { All, Expected, Waiting, WithDoctor, Done, NotComing }

public static class QueueFilters
{
    public static QueueFilter Of(AppointmentStatus status) => status switch
    {
        AppointmentStatus.Scheduled or AppointmentStatus.Confirmed => QueueFilter.Expected,
        AppointmentStatus.CheckedIn => QueueFilter.Waiting,
        AppointmentStatus.InProgress => QueueFilter.WithDoctor,
        AppointmentStatus.Completed => QueueFilter.Done,
        _ => QueueFilter.NotComing,
    };

    public static string Words(this QueueFilter filter) => filter switch
    {
        QueueFilter.WithDoctor => "With the doctor",
        QueueFilter.NotComing => "Not coming",
        _ => filter.ToString(),
    };

    public static string Kind(this QueueFilter filter) => filter switch
    {
        QueueFilter.Waiting => "waiting",
        QueueFilter.WithDoctor => "info",
        QueueFilter.Done => "done",
        _ => "neutral",
    };
}

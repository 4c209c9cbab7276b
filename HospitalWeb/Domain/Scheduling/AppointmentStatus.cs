using System.ComponentModel.DataAnnotations;

namespace HospitalWeb.Domain.Scheduling;

public enum AppointmentStatus
{
    Scheduled,
    Confirmed,
    [Display(Name = "Checked in")] CheckedIn,
    [Display(Name = "In progress")] InProgress,
    Completed,
    Cancelled,
    [Display(Name = "Did not attend")] NoShow,
}

public enum AppointmentMode { [Display(Name = "In person")] InPerson, Telemedicine }

public enum AppointmentReason
{
    Consultation,
    [Display(Name = "Follow-up")] FollowUp,
    Emergency,
    [Display(Name = "Routine check-up")] RoutineCheckup,
    Urgent,
}

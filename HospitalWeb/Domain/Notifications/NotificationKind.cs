using System.ComponentModel.DataAnnotations;

namespace HospitalWeb.Domain.Notifications;

public enum NotificationKind
{
    [Display(Name = "Critical result")] CriticalResult,
    [Display(Name = "Corrected result")] CorrectedResult,
    [Display(Name = "Test result")] TestResult,
    [Display(Name = "Appointment reminder")] AppointmentReminder,
    [Display(Name = "Appointment confirmation")] AppointmentConfirmation,
    [Display(Name = "Prescription ready")] PrescriptionReady,
    [Display(Name = "Early warning")] EarlyWarning,
    [Display(Name = "Emergency access")] EmergencyAccess,
    Message,
    System,
}

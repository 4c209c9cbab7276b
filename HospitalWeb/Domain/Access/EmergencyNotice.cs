using HospitalWeb.Domain.Notifications;

namespace HospitalWeb.Domain.Access;

/// <summary>What is said at once about an emergency access: to whoever reviews it without the patient's name, to the patient in plain words.</summary>
public static class EmergencyNotice
{
    public static IEnumerable<Notification> Of(EmergencyAccess access, IEnumerable<Guid> reviewers, IEnumerable<Guid> accountsOfPatient) =>
    [
        .. reviewers.Where(account => account != access.AccountId).Select(account => Notification.To(account, NotificationKind.EmergencyAccess, Severity.High,
            $"Emergency access by {access.AccountName}", $"To {HumanNumber.Format(Patients.Patient.Prefix, access.Patient.Number)}. Review whether it was justified.", "/admin/emergency-access", null, access.StartedAt)),
        .. accountsOfPatient.Select(account => Notification.To(account, NotificationKind.EmergencyAccess, Severity.High,
            "Your record was opened in an emergency", $"{access.AccountName} opened it without treating you before. We check every such case.", "/patient/access", access.PatientId, access.StartedAt)),
    ];
}

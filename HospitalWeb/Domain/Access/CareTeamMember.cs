using System.ComponentModel.DataAnnotations;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Staff;

namespace HospitalWeb.Domain.Access;

/// <summary>Somebody who takes part in one patient's care, from when to when. Nobody adds himself.</summary>
public sealed class CareTeamMember
{
    public Guid Id { get; private set; }
    public required Patient Patient { get; init; }
    public Guid PatientId { get; private set; }
    public required Practitioner Practitioner { get; init; }
    public Guid PractitionerId { get; private set; }
    public required CareTeamRole Role { get; init; }
    public required Stamp Added { get; init; }
    public DateTimeOffset From { get; private init; }
    /// <summary>Null while it is not known when the care ends.</summary>
    public DateTimeOffset? Until { get; private set; }
    public Stamp? Ended { get; private set; }

    public static CareTeamMember Add(Patient patient, Practitioner practitioner, CareTeamRole role, Guid? addedBy, Stamp stamp, DateTimeOffset? until = null)
    {
        BrokenRule.When(practitioner.Id == addedBy, "Nobody adds himself to a care team. Ask a colleague who treats the patient.");
        BrokenRule.When(!practitioner.IsActive, $"{practitioner.DisplayName} no longer works here.");
        BrokenRule.When(until <= stamp.At, "The last day must not be over.");

        return new() { Patient = patient, Practitioner = practitioner, Role = role, Added = stamp, From = stamp.At, Until = until };
    }

    public bool IsActive(DateTimeOffset now) => From <= now && !(Until <= now);

    public void End(Stamp by)
    {
        BrokenRule.When(!IsActive(by.At), $"{Practitioner.DisplayName} has left this care team already.");

        (Until, Ended) = (by.At, by);
    }
}

public enum CareTeamRole { Attending, Consulting, Nurse, Therapist, [Display(Name = "Case manager")] CaseManager, Other }

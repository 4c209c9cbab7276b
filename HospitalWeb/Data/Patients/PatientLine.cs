using HospitalWeb.Domain;
using HospitalWeb.Domain.Patients;

namespace HospitalWeb.Data.Patients;

/// <summary>What identifies a patient in a list: never fewer than these.</summary>
public sealed record PatientLine(Guid Id, int Number, string ListName, DateOnly? BirthDate, bool BirthDateIsEstimated, Sex Sex, DateTimeOffset? DiedAt)
{
    public string Mrn => HumanNumber.Format(Patient.Prefix, Number);

    public static PatientLine Of(Patient p) => new(p.Id, p.Number, p.ListName, p.BirthDate, p.BirthDateIsEstimated, p.Sex, p.DiedAt);
}

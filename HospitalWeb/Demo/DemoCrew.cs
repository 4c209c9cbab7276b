using HospitalWeb.Domain;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Staff;
using HospitalWeb.Security;

namespace HospitalWeb.Demo;

/// <summary>Somebody who works at the demo hospital, and how what they do is signed.</summary>
internal sealed record DemoPerson(Practitioner? Practitioner, Account Account)
{
    public Stamp At(DateTimeOffset at) => new(Account.Id, Account.DisplayName, at);
}

internal sealed class DemoCrew(List<DemoPerson> doctors, List<DemoPerson> others, List<DemoPerson> offices, DemoStaff staff)
{
    public IReadOnlyList<DemoPerson> Doctors => doctors;
    public DemoPerson Nurse => others[0];
    public DemoPerson Pharmacist => others[2];
    public DemoPerson Bench => others[3];
    public DemoPerson SecondBench => others[4];
    public DemoPerson Reception => offices[1];
    public DemoPerson Cashier => offices[2];
    public DemoPerson WardManager => offices[3];

    public DemoPerson Of(Practitioner doctor) => doctors.Single(person => person.Practitioner == doctor);

    /// <summary>The first few patients read their own record.</summary>
    public async Task GivePortalAsync(IReadOnlyList<Patient> patients)
    {
        foreach (var (patient, index) in patients.Where(patient => !patient.IsDeceased).Take(3).Select((patient, index) => (patient, index)))
            await staff.AccountAsync(new() { DisplayName = patient.FullName, PatientId = patient.Id, CreatedAt = patient.Registered!.At }, index == 0 ? "patient" : $"patient{index + 1}", Role.Patient);
    }
}

using HospitalWeb.Data;
using HospitalWeb.Data.Billing;
using HospitalWeb.Data.Laboratory;
using HospitalWeb.Data.Patients;
using HospitalWeb.Data.Prescribing;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Staff;
using HospitalWeb.Security;
using Microsoft.EntityFrameworkCore;

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
    public IReadOnlyList<DemoPerson> Nurses => others[..2];
    public DemoPerson Pharmacist => others[2];
    public DemoPerson Bench => others[3];
    public DemoPerson SecondBench => others[4];
    public DemoPerson Reception => offices[1];
    public DemoPerson Cashier => offices[2];
    public DemoPerson WardManager => offices[3];

    public DemoPerson Of(Practitioner doctor) => doctors.Single(person => person.Practitioner == doctor);

    /// <summary>Those who have most to read read their own record.</summary>
    public async Task GivePortalAsync(HospitalContext db)
    {
        var (results, bills, prescriptions) = (db.LabResults.OpenToPatient(), db.Bills.Where(bill => bill.Number != null), db.Prescriptions.Where(p => p.Signed != null));
        var readers = await db.Patients.Where(p => p.DiedAt == null)
            .OrderByDescending(p => bills.Any(b => b.PatientId == p.Id)).ThenByDescending(p => prescriptions.Any(r => r.PatientId == p.Id)).ThenByDescending(p => results.Count(r => r.PatientId == p.Id)).ThenBy(p => p.Number)
            .Take(3).ToListAsync();
        foreach (var (index, patient) in readers.Index())
            await staff.AccountAsync(new() { DisplayName = patient.FullName, PatientId = patient.Id, CreatedAt = patient.Registered!.At }, index == 0 ? "patient" : $"patient{index + 1}", Role.Patient);
    }
}

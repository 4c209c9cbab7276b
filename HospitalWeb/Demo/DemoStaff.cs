using HospitalWeb.Domain.Scheduling;
using HospitalWeb.Domain.Staff;
using HospitalWeb.Security;
using Microsoft.AspNetCore.Identity;

namespace HospitalWeb.Demo;

/// <summary>Departments, people of every role, their hours and their accounts.</summary>
internal sealed class DemoStaff(DemoKit kit, UserManager<Account> accounts, string password)
{
    public const string Mailboxes = "admin@, reception@, doctor@, nurse@, pharmacy@, lab@, lab2@, radiology@, billing@, wards@, audit@ or patient@demo.example";
    private static readonly TimeSpan LicenceLeft = TimeSpan.FromDays(500);

    private static readonly (string Code, string Name)[] Departments =
        [("MED", "General medicine"), ("CAR", "Cardiology"), ("PAE", "Paediatrics"), ("SUR", "Surgery"), ("OBG", "Obstetrics and gynaecology"), ("EMR", "Emergency"), ("PHA", "Pharmacy"), ("LAB", "Laboratory"), ("RAD", "Radiology")];

    private static readonly (string Mailbox, string Given, string Family, string Department, string Specialty, string[] Languages)[] Doctors =
    [
        ("doctor", "Anita", "Patel", "MED", "Internal medicine", ["English", "Gujarati", "Hindi"]),
        ("s.okafor", "Samuel", "Okafor", "CAR", "Cardiology", ["English", "Igbo"]),
        ("m.lindqvist", "Maja", "Lindqvist", "PAE", "Paediatrics", ["English", "Swedish"]),
        ("j.mahmoud", "Jamal", "Mahmoud", "SUR", "General surgery", ["English", "Arabic"]),
        ("c.fernandez", "Clara", "Fernández", "OBG", "Obstetrics", ["English", "Spanish"]),
        ("t.brennan", "Tom", "Brennan", "EMR", "Emergency medicine", ["English"]),
    ];

    private static readonly (string Mailbox, string Given, string Family, string Department, Profession Profession, Role Role)[] Others =
    [
        ("nurse", "Grace", "Mensah", "MED", Profession.Nurse, Role.Nurse), ("nurse2", "Piotr", "Nowak", "EMR", Profession.Nurse, Role.Nurse),
        ("pharmacy", "Leila", "Haddad", "PHA", Profession.Pharmacist, Role.Pharmacist),
        ("lab", "Kenji", "Watanabe", "LAB", Profession.LabTechnician, Role.LabTechnician), ("lab2", "Ruth", "Adeyemi", "LAB", Profession.LabTechnician, Role.LabTechnician),
        ("radiology", "Marek", "Svoboda", "RAD", Profession.Radiographer, Role.Radiographer),
    ];

    private static readonly (string Mailbox, string Name, Role Role)[] Offices =
        [("admin", "Helen Archer", Role.Admin), ("reception", "Daniel Moss", Role.Receptionist), ("billing", "Nadia Rahman", Role.BillingClerk), ("wards", "Fiona Grant", Role.WardManager), ("audit", "Victor Hale", Role.Auditor)];

    private readonly Dictionary<string, Department> departments = Departments.ToDictionary(d => d.Code, d => new Department { Code = d.Code, Name = d.Name });
    private string? hash;

    public async Task<DemoCrew> HireAsync()
    {
        kit.Db.AddRange(departments.Values);
        List<DemoPerson> doctors = [], others = [], offices = [];
        foreach (var (mailbox, given, family, department, specialty, languages) in Doctors)
        {
            var doctor = new Practitioner("Dr", given, family)
            {
                Profession = Profession.Doctor, Department = departments[department], Specialty = specialty, Languages = [.. languages], LicenceNumber = $"GMC{7000000 + kit.Between(1, 999999)}",
                Biography = $"{given} {family} has worked in {specialty.ToLowerInvariant()} for {kit.Between(6, 28)} years.",
            };
            OpenHours(doctor);
            doctors.Add(await HireAsync(mailbox, doctor, Role.Doctor));
        }
        foreach (var (mailbox, given, family, department, profession, role) in Others)
            others.Add(await HireAsync(mailbox, new(null, given, family) { Profession = profession, Department = departments[department], LicenceNumber = $"HCP{400000 + kit.Between(1, 99999)}" }, role));
        foreach (var (mailbox, name, role) in Offices)
            offices.Add(new(null, await AccountAsync(new() { DisplayName = name, CreatedAt = kit.Now.AddDays(-90) }, mailbox, role)));

        return new DemoCrew(doctors, others, offices, this);
    }

    public async Task<Account> AccountAsync(Account account, string mailbox, Role role)
    {
        (account.UserName, account.Email, account.EmailConfirmed) = ($"{mailbox}@demo.example", $"{mailbox}@demo.example", true);
        // A hash takes long on purpose; everybody here has the same password anyway.
        account.PasswordHash = hash;
        var made = hash is null ? await accounts.CreateAsync(account, password) : await accounts.CreateAsync(account);
        if (!made.Succeeded) throw new InvalidOperationException($"Demo:Password cannot be used. {string.Join(' ', made.Errors.Select(error => error.Description))}");

        hash = account.PasswordHash;
        await accounts.AddToRoleAsync(account, role.ToString());
        return account;
    }

    private async Task<DemoPerson> HireAsync(string mailbox, Practitioner practitioner, Role role)
    {
        practitioner.RenewLicence(kit.Today.AddDays((int)LicenceLeft.TotalDays));
        kit.Db.Add(practitioner);
        await kit.SaveAsync();
        return new(practitioner, await AccountAsync(new() { DisplayName = practitioner.DisplayName, PractitionerId = practitioner.Id, CreatedAt = kit.Now.AddDays(-90) }, mailbox, role));
    }

    private void OpenHours(Practitioner doctor)
    {
        var weekdays = doctor.Department!.Code == "EMR" ? Enum.GetValues<DayOfWeek>() : [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];
        foreach (var day in weekdays)
            foreach (var (from, until) in new[] { (9, 13), (14, 17) })
                kit.Db.Add(new Availability { Practitioner = doctor, Day = day, From = new(from, 0), Until = new(until, 0), EffectiveFrom = kit.Today.AddDays(-90) });
        kit.Db.Add(new AvailabilityException { Practitioner = doctor, Kind = ExceptionKind.Blocked, Date = kit.Today.AddDays(kit.Between(16, 40)), Reason = "Annual leave" });
    }
}

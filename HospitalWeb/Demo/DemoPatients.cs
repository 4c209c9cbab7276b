using Bogus.DataSets;
using HospitalWeb.Domain.Patients;

namespace HospitalWeb.Demo;

/// <summary>Invented people: of every age, known and unknown, allergic and not, some with names in other scripts.</summary>
internal sealed class DemoPatients(DemoKit kit, DemoCrew crew)
{
    private const int Many = 60;

    // The British names of the library do not say whose they are.
    private readonly Name names = new("en") { Random = kit.Chance.Random };

    private static readonly (PersonName Name, Sex Sex)[] FromAfar =
        [(new("शर्मा", "सीता"), Sex.Female), (new("الخطيب", "محمد"), Sex.Male), (new("李", "小龙"), Sex.Male), (new("Ng"), Sex.Female), (new("O'Keefe-Łukasz", "Siân"), Sex.Female)];

    public async Task<List<Patient>> RegisterAsync()
    {
        List<Patient> patients = [.. Enumerable.Range(0, Many).Select(Register)];
        patients.AddRange(FromAfar.Select((person, index) => Register(person.Name, person.Sex, 20 + index * 13, Many + index)));
        var unknown = Patient.Register(PersonName.Unknown, Sex.NotKnown, Birth.About(45, kit.Today), crew.Reception.At(kit.MinutesAgo(95)));
        patients.Add(unknown);
        foreach (var patient in patients) kit.Add(patient);
        await kit.SaveAsync();
        return patients;
    }

    private Patient Register(int index)
    {
        var sex = index % 2 == 0 ? Sex.Female : Sex.Male;
        var gender = sex == Sex.Female ? Name.Gender.Female : Name.Gender.Male;
        var age = index % 9 == 4 ? kit.Between(0, 15) : kit.Between(18, 92);
        var title = age < 16 ? null : sex == Sex.Male ? "Mr" : kit.Pick(["Mrs", "Ms", "Miss"]);
        return Register(new(names.LastName(gender), names.FirstName(gender)) { Title = title }, sex, age, index);
    }

    private Patient Register(PersonName name, Sex sex, int age, int index)
    {
        var registered = crew.Reception.At(kit.At(kit.Today.AddDays(-kit.Between(20, 700)), kit.Between(9, 16)));
        var patient = Patient.Register(name, sex, new(kit.Today.AddYears(-age).AddDays(-kit.Between(1, 360))), registered);
        var address = kit.Chance.Address;
        patient.Reach($"07700 900{index:000}", index % 4 == 0 ? null : $"patient{index}@example.org", new() { Line1 = $"{kit.Between(1, 180)} {address.StreetName()}", City = "London", Postcode = $"SE{kit.Between(1, 28)} {kit.Between(1, 9)}AB", Country = "United Kingdom" });
        if (index % 5 != 1) patient.NameContacts([new() { Name = $"{names.FirstName()} {name.FamilyName}", Relationship = kit.Pick(["Partner", "Daughter", "Son", "Mother", "Friend"]), Phone = $"07700 901{index:000}" }]);
        if (index % 3 == 0) patient.Type(kit.Pick<BloodGroup>([BloodGroup.OPositive, BloodGroup.APositive, BloodGroup.BPositive, BloodGroup.ONegative]), confirmedByLaboratory: true);
        AskAboutAllergies(patient, index);
        RaiseFlags(patient, index);
        return patient;
    }

    private void RaiseFlags(Patient patient, int index)
    {
        var raised = crew.Nurse.At(patient.Registered!.At.AddMinutes(25));
        if (index % 8 == 2) PatientFlag.Raise(patient, FlagKind.Falls, FlagLevel.Medium, null, kit.Today.AddDays(14), raised, kit.Today);
        if (index % 12 == 5) PatientFlag.Raise(patient, FlagKind.Infection, FlagLevel.High, "MRSA", kit.Today.AddDays(3), raised, kit.Today);
        if (index % 15 == 7) PatientFlag.Raise(patient, FlagKind.Implant, FlagLevel.Medium, "Pacemaker, left chest", null, raised, kit.Today);
    }

    // The sixth patient of every ten was never asked: that, too, has to be seen.
    private void AskAboutAllergies(Patient patient, int index)
    {
        var asked = crew.Nurse.At(patient.Registered!.At.AddMinutes(20));
        switch (index % 10)
        {
            case 1: patient.RecordAllergy(new() { Text = "Penicillin", DrugClassCode = "penicillins", Reaction = "Anaphylaxis", Severity = AllergySeverity.Severe, Criticality = AllergyCriticality.High, Recorded = asked }); break;
            case 3: patient.RecordAllergy(new() { Text = "Latex", Reaction = "Rash", Severity = AllergySeverity.Mild, Recorded = asked }); break;
            case 7: patient.RecordAllergy(new() { Text = "Aspirin", IngredientCode = "aspirin", Reaction = "Wheeze", Severity = AllergySeverity.Moderate, Recorded = asked }); break;
            case 6: break;
            default: patient.RecordNoKnownAllergies(asked); break;
        }
    }
}

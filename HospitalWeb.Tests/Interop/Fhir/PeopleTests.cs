using HospitalWeb.Data.Access;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Staff;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Interop.Fhir;

public sealed class PeopleTests(HospitalApp app) : ImportTest(app)
{
    [Fact]
    public async Task Names_are_kept_as_they_are_and_the_maiden_name_is_searched_by_too()
    {
        var id = Bundle.Id();
        var outcome = await Import($$"""
            {"resourceType":"Patient","id":"{{id}}","gender":"female","birthDate":"1962-11-30",
             "name":[{"use":"official","family":"O'Keefe54","given":["María Luisa3","Ana"],"prefix":["Mrs."]},{"use":"maiden","family":"Farías99","given":["María Luisa3"]}],
             "identifier":[{"system":"http://hl7.org/fhir/sid/us-ssn","value":"999-32-6872"}],
             "telecom":[{"system":"phone","value":"555-956-3629"}],
             "address":[{"line":["12 Long Road","Flat 3"],"city":"Boston","state":"MA","postalCode":"02118","country":"US"}],
             "communication":[{"language":{"text":"Spanish"} }]}
            """);

        Assert.Equal((0, "Patient  1 read  1 imported  0 skipped"), (outcome.Exit, outcome.Lines[1]));
        var patient = await Find(id);
        Assert.Equal("O'KEEFE54, María Luisa3 Ana (Mrs)", patient.ListName);
        Assert.Equal(("Farías99", "Spanish", Sex.Female, "02118", "12 Long Road"), (patient.FormerFamilyName, patient.Language, patient.Sex, patient.Address.Postcode, patient.Address.Line1));
        Assert.Contains(patient.Identifiers, i => i.Value == "999-32-6872");
        foreach (var words in new[] { "okeefe54", "farias", "luisa", "999-32-6872", "999326872", "555-956-3629", "3629" })
            Assert.Contains(id, await App.UsingDb(async db => await (await db.PatientsLikeAsync(PatientQuery.Parse(words), PatientView.Whole)).Select(p => p.ImportedFrom!.Substring(9)).ToListAsync()));
    }

    [Fact]
    public async Task Of_a_birth_date_only_the_year_may_be_known()
    {
        var id = Bundle.Id();
        await Import(Bundle.Patient(id).Replace("1980-05-17", "1980", StringComparison.Ordinal));

        var patient = await Find(id);
        Assert.Equal((new DateOnly(1980, 1, 1), true), (patient.BirthDate, patient.BirthDateIsEstimated));
    }

    [Fact]
    public async Task Who_has_died_keeps_what_was_recorded_afterwards()
    {
        var (id, visit) = (Bundle.Id(), Bundle.Id());
        var outcome = await Import(Bundle.Patient(id, ",\"deceasedDateTime\":\"2010-01-01T10:00:00Z\""), Bundle.Visit(visit, id));

        Assert.Contains("Encounter  1 read  1 imported  0 skipped", outcome.Lines);
        Assert.True((await Find(id)).IsDeceased);
    }

    [Fact]
    public async Task A_doctor_written_out_in_every_file_is_one_doctor_who_works_elsewhere()
    {
        Put("a.json", Bundle.Of(Bundle.Doctor(Bundle.Id(), "20"), Bundle.Patient(Bundle.Id())));
        Put("b.json", Bundle.Of(Bundle.Doctor(Bundle.Id(), "20"), Bundle.Patient(Bundle.Id())));
        var outcome = await RunFolder();

        Assert.Contains("Practitioner  2 read  1 imported  1 skipped", outcome.Lines);
        Assert.Contains("Practitioner skipped: 1  already imported", outcome.Lines);
        var doctor = await App.UsingDb(db => db.Set<Practitioner>().SingleAsync(p => p.ImportedFrom == $"{Bundle.Npi}|20"));
        Assert.Equal(("Dr G Rentería94", Profession.Doctor, false), (doctor.DisplayName, doctor.Profession, doctor.IsActive));
    }

    [Fact]
    public async Task Another_patient_under_the_same_number_is_never_taken_for_the_first()
    {
        await Run(Put("first.ndjson", """{"resourceType":"Patient","id":"7","name":[{"family":"Smith"}],"gender":"female","birthDate":"1950-01-01"}"""));
        const string Other = """{"resourceType":"Patient","id":"7","name":[{"family":"Jones"}],"gender":"male","birthDate":"1990-01-01"}""";

        var mixed = await Run(Put("second.ndjson", Other));
        var apart = await Run("--source", "the other clinic", Put("third.ndjson", Other));

        Assert.Equal(1, mixed.Exit);
        Assert.Contains("Name the system this file comes from with --source.", mixed.Output, StringComparison.Ordinal);
        Assert.Equal(0, apart.Exit);
    }

    [Fact]
    public async Task A_number_that_names_another_record_already_is_left_for_people_to_look_into()
    {
        var (first, second) = (Bundle.Id(), Bundle.Id());
        const string Number = ",\"identifier\":[{\"system\":\"urn:passport\",\"value\":\"X1\"}]";
        await Import(Bundle.Patient(first, Number));
        await Import(Bundle.Patient(second, Number));

        Assert.Contains("already names another record", (await Find(second)).DuplicateReason, StringComparison.Ordinal);
    }

    private Task<Patient> Find(string id) => App.UsingDb(db => db.Patients.Include(p => p.Identifiers).SingleAsync(p => p.ImportedFrom == $"urn:uuid:{id}"));
}

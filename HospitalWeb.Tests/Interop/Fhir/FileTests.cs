using HospitalWeb.Data.Patients;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Interop.Fhir;

public sealed class FileTests(HospitalApp app) : ImportTest(app)
{
    [Fact]
    public async Task A_broken_file_is_named_with_its_line_and_the_rest_goes_on()
    {
        var (good, other) = (Bundle.Id(), Bundle.Id());
        var broken = Put("b-broken.json", "{ \"resourceType\": \"Bundle\",\n  \"type\": \"transaction\",\n  \"entry\": [ {]\n}");
        Put("a-good.json", Bundle.Of(Bundle.Patient(good)));
        Put("c-good.json", Bundle.Of(Bundle.Patient(other)));
        var outcome = await RunFolder();

        Assert.Equal(1, outcome.Exit);
        Assert.Contains($"{broken}, line 3: this is not JSON.", outcome.Lines);
        Assert.Contains("Patient  2 read  2 imported  0 skipped", outcome.Lines);
    }

    [Fact]
    public async Task A_file_with_an_impossible_date_is_skipped_whole_and_the_line_of_the_resource_is_named()
    {
        var (patient, visit) = (Bundle.Id(), Bundle.Id());
        var path = Put("a.json", Bundle.Of(Bundle.Patient(patient), Bundle.Visit(visit, patient).Replace("2015-03-04T08:00:00", "2015-33-04T08:00:00", StringComparison.Ordinal)));
        var outcome = await RunFolder();

        Assert.Contains(outcome.Lines, line => line.StartsWith($"{path}, line 3: Encounter {visit}: start “2015-33-04", StringComparison.Ordinal));
        Assert.False(await App.UsingDb(db => db.Patients.AnyAsync(p => p.ImportedFrom == $"urn:uuid:{patient}")));
    }

    [Theory]
    [InlineData("transaction"), InlineData("batch"), InlineData("collection"), InlineData("searchset")]
    public async Task Every_kind_of_bundle_that_carries_records_is_read(string kind)
    {
        var outcome = await Run(Put("a.json.gz", Bundle.OfKind(kind, Bundle.Patient(Bundle.Id()))));

        Assert.Equal((0, "Patient  1 read  1 imported  0 skipped"), (outcome.Exit, outcome.Lines[1]));
    }

    [Fact]
    public async Task One_resource_on_each_line_is_read_across_files_and_a_wrong_line_is_named()
    {
        var name = Bundle.Id();
        Put("Encounter.ndjson", $$"""{"resourceType":"Encounter","id":"e-{{name}}","status":"finished","class":{"code":"EMER"},"subject":{"reference":"Patient/p-{{name}}/_history/2"},"period":{"start":"2015-03-04"} }""");
        Put("Patient.ndjson.gz", $$"""{"resourceType":"Patient","id":"p-{{name}}","name":[{"text":"Teuku Ahmad"}],"gender":"unknown"}""" + "\r\n\r\n");
        var wrong = Put("z.ndjson", Bundle.Patient(Bundle.Id()) + "\n{\"resourceType\":");
        var outcome = await RunFolder();

        Assert.Contains($"{wrong}, line 2: this is not JSON.", outcome.Lines);
        Assert.Contains("Encounter  1 read  1 imported  0 skipped", outcome.Lines);
    }

    [Fact]
    public async Task What_is_about_nobody_known_here_is_skipped_with_the_reason()
    {
        var outcome = await Import(Bundle.Visit(Bundle.Id(), Bundle.Id()), """{"resourceType":"Device","id":"d"}""");

        Assert.Contains("Encounter skipped: 1  its patient has not been imported", outcome.Lines);
        Assert.Contains("Device skipped: 1  the record has no place for this type", outcome.Lines);
        Assert.Equal(0, outcome.Exit);
    }

    [Fact]
    public async Task Json_of_another_kind_in_the_folder_is_passed_over()
    {
        var counts = Put("expected-counts.json", "{ \"fhirPatients\": {} }");
        var outcome = await RunFolder();

        Assert.Equal((0, $"{counts}: no FHIR resource in it, passed over."), (outcome.Exit, outcome.Lines[0]));
    }

    [Fact]
    public async Task A_file_that_is_not_there_and_a_command_without_files_are_told_apart()
    {
        Assert.Equal(1, (await Run("/no/such/file.json")).Exit);
        Assert.Equal(2, (await Run()).Exit);
    }
}

using HospitalWeb.Data;
using HospitalWeb.Data.Laboratory;
using HospitalWeb.Domain.Laboratory;
using HospitalWeb.Domain.Patients;

namespace HospitalWeb.Tests.Domain.Laboratory;

public sealed class CatalogueTests
{
    private static readonly IReadOnlyList<LabTest> Tests = Read();

    private static IReadOnlyList<LabTest> Read()
    {
        using var file = ReferenceFiles.Open("lab-catalogue.csv");
        return LabCatalogueFile.Read(file);
    }

    [Fact]
    public void The_catalogue_names_every_source_and_every_unit()
    {
        var numbers = Tests.SelectMany(t => t.Analytes).Where(a => a.Kind == AnalyteKind.Number).ToList();

        Assert.InRange(Tests.Count, 40, 60);
        Assert.All(numbers, a => Assert.NotEmpty(a.Ranges));
        Assert.All(numbers.Where(a => a.Name is not ("INR" or "pH" or "Urine pH" or "Urine specific gravity")), a => Assert.NotEmpty(a.Unit));
        Assert.All(numbers.SelectMany(a => a.Ranges), r => Assert.NotEmpty(r.Source));
    }

    [Theory]
    [InlineData("Potassium", 2.8, 6.2)]
    [InlineData("Sodium", 120, 160)]
    [InlineData("Glucose", 2.5, 25)]
    [InlineData("Haemoglobin", 70, 200)]
    [InlineData("Platelets", 20, 1000)]
    [InlineData("pH", 7.20, 7.60)]
    public void The_critical_limits_are_those_of_the_safety_rules(string name, decimal low, decimal high) => Assert.All(
        Tests.SelectMany(t => t.Analytes).Where(a => a.Name == name),
        a => Assert.Equal((low, high), (a.CriticalLow, a.CriticalHigh)));

    [Fact]
    public void A_quoted_name_keeps_its_comma_and_an_unknown_sex_gets_no_range_for_haemoglobin()
    {
        var haemoglobin = Tests.Single(t => t.Code == "CBC").Analytes.Single(a => a.Name == "Haemoglobin");

        Assert.Contains(Tests, t => t.Name == "Glucose, random");
        Assert.Null(haemoglobin.RangeFor(Sex.NotKnown, 15_000));
        Assert.Equal(120, haemoglobin.RangeFor(Sex.Female, 15_000)?.Low);
    }
}

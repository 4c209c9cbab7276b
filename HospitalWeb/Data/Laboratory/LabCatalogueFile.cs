using HospitalWeb.Domain;
using HospitalWeb.Domain.Laboratory;
using HospitalWeb.Domain.Patients;

namespace HospitalWeb.Data.Laboratory;

/// <summary>Reads the laboratory's catalogue from its reference file: one line for each range of each analyte of each test.</summary>
public static class LabCatalogueFile
{
    public static IReadOnlyList<LabTest> Read(TextReader file) => [.. CatalogueLine.In(file).GroupBy(line => line["test_code"]).Select(TestOf)];

    private static LabTest TestOf(IGrouping<string, CatalogueLine> lines)
    {
        var first = lines.First();
        var test = new LabTest
        {
            Code = first["test_code"],
            Name = first["test_name"],
            Loinc = new(CodedConcept.Loinc, first["test_loinc"], first["test_name"]),
            Specimen = Enum.Parse<SpecimenKind>(first["specimen"]),
            PriceCode = first["price_code"],
        };
        test.Analytes.AddRange(lines.GroupBy(l => l["analyte_code"]).Select(AnalyteOf));
        return test;
    }

    private static Analyte AnalyteOf(IGrouping<string, CatalogueLine> lines, int position)
    {
        var first = lines.First();
        var analyte = new Analyte
        {
            Position = position,
            Code = first["analyte_code"],
            Name = first["analyte_name"],
            PlainName = first["plain_name"],
            Kind = Enum.Parse<AnalyteKind>(first["kind"]),
            Unit = first["unit"],
            Decimals = first.Whole("decimals") ?? 0,
            PossibleLow = first.Number("possible_low"),
            PossibleHigh = first.Number("possible_high"),
            Choices = first.Words("choices"),
            UsualChoices = first.Words("usual_choices"),
        };
        analyte.SetCriticalLimits(first.Number("critical_low"), first.Number("critical_high"));
        analyte.SetRanges([.. lines.Where(l => l["population"] != "").Select(RangeOf)]);
        return analyte;
    }

    private static ReferenceRange RangeOf(CatalogueLine line) => new()
    {
        Sex = line["sex"] == "" ? null : Enum.Parse<Sex>(line["sex"]),
        FromAgeDays = line.Whole("from_age_days") ?? 0,
        UntilAgeDays = line.Whole("until_age_days"),
        Low = line.Number("low"),
        High = line.Number("high"),
        Population = line["population"],
        Source = line["source"],
    };
}

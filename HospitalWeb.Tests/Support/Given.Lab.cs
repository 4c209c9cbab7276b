using HospitalWeb.Domain;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Domain.Laboratory;
using HospitalWeb.Domain.Patients;

namespace HospitalWeb.Tests.Support;

public static partial class Given
{
    public static readonly Stamp AtTheBench = new(Guid.NewGuid(), "Test Technician", Now);
    public static readonly Stamp SecondAtTheBench = new(Guid.NewGuid(), "Second Technician", Now);

    private static int labTests;

    /// <summary>A test with one analyte, potassium unless said otherwise: 3.5 to 5.1 mmol/L, critical below 2.8 and above 6.2.</summary>
    public static LabTest ALabTest(string name = "Potassium test", string analyte = "Potassium", decimal? low = 3.5m, decimal? high = 5.1m)
    {
        var code = $"T{Interlocked.Increment(ref labTests)}";
        var test = new LabTest { Code = code, Name = name, Loinc = new(CodedConcept.Loinc, code, name), Specimen = SpecimenKind.Serum, PriceCode = "LAB" };
        test.Analytes.Add(AnAnalyte(analyte, low, high, $"A-{code}"));
        return test;
    }

    public static Analyte AnAnalyte(string name = "Potassium", decimal? low = 3.5m, decimal? high = 5.1m, string code = "2823-3")
    {
        var analyte = new Analyte { Position = 0, Code = code, Name = name, PlainName = "potassium in your blood", Unit = "mmol/L", Decimals = 1, PossibleLow = 0.5m, PossibleHigh = 15 };
        analyte.SetCriticalLimits(2.8m, 6.2m);
        if (low is not null || high is not null) analyte.SetRanges([new() { Low = low, High = high, Population = "all ages", Source = "test" }]);
        return analyte;
    }

    public static LabOrder ALabOrder(Patient patient, LabTest? test = null, Encounter? encounter = null, Urgency urgency = Urgency.Routine, Stamp? ordered = null) =>
        LabOrder.Place(patient, encounter, null, urgency, null, [test ?? ALabTest()], ordered ?? AtTheBench);

    /// <summary>The order's one test, measured by the first technician.</summary>
    public static LabOrderItem AResultedItem(LabOrder order, decimal value, Stamp? enteredBy = null)
    {
        var item = order.Items.Single(i => i.IsOpen);
        var specimen = order.Collect([item.SpecimenKind], AtTheBench).Single();
        specimen.Receive(HumanNumber.Of(specimen), AtTheBench);
        item.Enter([(item.LabTest!.Analytes[0], ResultValue.Of(value))], DateOnly.FromDateTime(Now.UtcDateTime), enteredBy ?? AtTheBench);
        return item;
    }

    public static LabOrderItem AReleasedItem(LabOrder order, decimal value)
    {
        var item = AResultedItem(order, value);
        item.Verify(new(), SecondAtTheBench);
        item.Release(SecondAtTheBench);
        return item;
    }
}

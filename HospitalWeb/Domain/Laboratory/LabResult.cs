using System.Globalization;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Domain.Patients;

namespace HospitalWeb.Domain.Laboratory;

/// <summary>
/// One measured value with the range it was judged by, as it was on the day: a later edit of the catalogue changes no result.
/// Once verified, the value is frozen, in the database too; a correction is a new result that names the one it replaces.
/// </summary>
public sealed class LabResult : IImported
{
    public const int UnitMaxLength = 60;

    public Guid Id { get; private set; }
    public required Patient Patient { get; init; }
    public Guid PatientId { get; private set; }
    public Encounter? Encounter { get; init; }
    public Guid? EncounterId { get; private set; }
    /// <summary>Null for an imported value that no order accounts for.</summary>
    public LabOrderItem? Item { get; init; }
    public Guid? ItemId { get; private set; }
    public required CodedConcept Analyte
    {
        get;
        init { field = value; AnalyteCode = value.Code; }
    }
    /// <summary>The code of <see cref="Analyte"/> in a column of its own, for the index that finds previous values.</summary>
    public string AnalyteCode { get; private set; } = "";
    public decimal? NumericValue { get; private set; }
    public string? TextValue { get; private set; }
    public string Unit { get; private set; } = "";
    public int Decimals { get; private set; }
    public decimal? RangeLow { get; private set; }
    public decimal? RangeHigh { get; private set; }
    /// <summary>For whom the range holds, or the range itself where it is words.</summary>
    public string? RangeText { get; private set; }
    public ResultFlag Flag { get; private set; } = ResultFlag.NoRange;
    public DateTimeOffset CollectedAt { get; init; }
    public Stamp? Entered { get; private set; }
    public Stamp? Verified { get; private set; }
    public Stamp? Released { get; private set; }
    /// <summary>Vouched for, and no correction has taken its place.</summary>
    public bool IsCurrent { get; private set; }
    public bool IsReleased { get; private set; }
    public LabResult? Corrects { get; private set; }
    public Guid? CorrectsId { get; private set; }
    public string? CorrectionReason { get; private set; }
    public string? ImportedFrom { get; init; }

    /// <summary>The value as the laboratory reports it, with its trailing zeros, without the unit.</summary>
    public string Value => FormatValue(NumericValue, TextValue, Decimals);

    public static string FormatValue(decimal? number, string? text, int decimals) =>
        number is { } n ? n.ToString($"F{decimals}", CultureInfo.InvariantCulture) : text ?? "Not recorded";

    internal static LabResult Measured(LabOrderItem item, Analyte analyte, ResultValue value, DateOnly collectedOn, Stamp by)
    {
        var result = new LabResult
        {
            Patient = item.Order.Patient, Encounter = item.Order.Encounter, Item = item, Analyte = analyte.Concept, CollectedAt = item.Specimen!.CollectedAt,
        };
        result.Measure(analyte, value, collectedOn, by);
        return result;
    }

    internal static LabResult Correction(LabResult wrong, Analyte analyte, ResultValue value, string reason, DateOnly collectedOn, Stamp by)
    {
        var right = Measured(wrong.Item!, analyte, value, collectedOn, by);
        (right.Corrects, right.CorrectionReason) = (wrong, reason);
        return right;
    }

    /// <summary>A value from another system's history: it was vouched for there and is open to the patient.</summary>
    public static LabResult FromHistory(Patient patient, Encounter? encounter, LabOrderItem? item, CodedConcept analyte, ResultValue value, string unit, int decimals, decimal? low, decimal? high, DateTimeOffset collectedAt, string importedFrom) => new()
    {
        Patient = patient, Encounter = encounter, Item = item, Analyte = analyte, CollectedAt = collectedAt, ImportedFrom = importedFrom,
        NumericValue = value.Number, TextValue = value.Text, Unit = unit, Decimals = decimals, RangeLow = low, RangeHigh = high,
        Flag = low is null && high is null || value.Number is null ? ResultFlag.NoRange : value.Number < low ? ResultFlag.L : value.Number > high ? ResultFlag.H : ResultFlag.InRange,
        IsCurrent = true, IsReleased = true,
    };

    internal void Measure(Analyte analyte, ResultValue value, DateOnly collectedOn, Stamp by)
    {
        BrokenRule.When(Verified is not null, $"{Analyte.Display} is verified. Correct it instead.");

        var range = analyte.RangeFor(Patient.Sex, Patient.BirthDate is { } born ? collectedOn.DayNumber - born.DayNumber : null);
        (NumericValue, TextValue, Unit, Decimals) = (value.Number, value.Text, analyte.Unit, analyte.Decimals);
        (RangeLow, RangeHigh, RangeText) = (range?.Low, range?.High, range?.Population ?? UsualWords(analyte));
        Flag = analyte.Judge(value, range);
        Entered = by;
    }

    internal void Verify(Stamp by)
    {
        (Verified, IsCurrent) = (by, true);
        if (Corrects is null) return;

        Corrects.IsCurrent = false;
        Release(by);
    }

    internal void Release(Stamp by) => (Released, IsReleased) = (by, true);

    private static string? UsualWords(Analyte analyte) => analyte.UsualChoices.Count > 0 ? string.Join(" or ", analyte.UsualChoices) : null;
}

using HospitalWeb.Data;
using HospitalWeb.Data.Laboratory;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Laboratory;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Printing;

/// <summary>What the laboratory has released on one order; the rest is named with its state and no value.</summary>
public sealed record LabReportSheet : Sheet
{
    public override string Title => "Laboratory report";
    public override string Number => HumanNumber.Format(LabOrder.Prefix, OrderNumber);
    public required int OrderNumber { get; init; }
    public required DateTimeOffset OrderedAt { get; init; }
    public required string OrderedBy { get; init; }
    public required List<Test> Tests { get; init; }
    /// <summary>Something of it is out: before that there is nothing for the patient to read.</summary>
    public bool HasResults => Tests.Exists(test => test.Results.Count > 0);

    public sealed record Test
    {
        public required string Name { get; init; }
        public required LabItemStatus Status { get; init; }
        public required string? Reason { get; init; }
        public required Stamp? Verified { get; init; }
        public required List<Result> Results { get; init; }
    }

    public sealed record Result
    {
        public required string Analyte { get; init; }
        public required decimal? Numeric { get; init; }
        public required string? Text { get; init; }
        public required int Decimals { get; init; }
        public required string Unit { get; init; }
        public required decimal? Low { get; init; }
        public required decimal? High { get; init; }
        public required string? RangeText { get; init; }
        public required ResultFlag Flag { get; init; }
        public required DateTimeOffset CollectedAt { get; init; }
        public required string? CorrectionReason { get; init; }

        public string Value => LabResult.FormatValue(Numeric, Text, Decimals);

        public string Range => (Low, High) switch
        {
            ({ } low, { } high) => $"{LabResult.FormatValue(low, null, Decimals)} to {LabResult.FormatValue(high, null, Decimals)}",
            ({ } low, null) => $"{LabResult.FormatValue(low, null, Decimals)} or more",
            (null, { } high) => $"{LabResult.FormatValue(high, null, Decimals)} or less",
            _ => "",
        };
    }
}

public static class LabReportSheets
{
    extension(HospitalContext db)
    {
        public Task<LabReportSheet?> LabReportSheetAsync(Guid patientId, Guid orderId) => db.LabOrders.AsNoTracking().AsSplitQuery().Where(o => o.Id == orderId && o.PatientId == patientId).Select(o => new LabReportSheet
        {
            Patient = new(o.Patient.ListName, o.Patient.Number, o.Patient.BirthDate, o.Patient.Sex),
            VerificationCode = o.VerificationCode,
            OrderNumber = o.Number,
            OrderedAt = o.Ordered.At,
            OrderedBy = o.OrderedBy == null ? o.Ordered.Name : o.OrderedBy.DisplayName,
            Tests = o.Items.OrderBy(i => i.Test.Display).Select(i => new LabReportSheet.Test
            {
                Name = i.Test.Display,
                Status = i.Status,
                Reason = i.Reason,
                Verified = i.Verified,
                Results = i.Results.Where(r => r.IsCurrent && r.IsReleased).OrderBy(r => r.Analyte.Display).Select(r => new LabReportSheet.Result
                {
                    Analyte = r.Analyte.Display, Numeric = r.NumericValue, Text = r.TextValue, Decimals = r.Decimals, Unit = r.Unit, Low = r.RangeLow, High = r.RangeHigh, RangeText = r.RangeText,
                    Flag = r.Flag, CollectedAt = r.CollectedAt, CorrectionReason = r.CorrectionReason,
                }).ToList(),
            }).ToList(),
        }).SingleOrDefaultAsync();
    }
}

using HospitalWeb.Domain;
using HospitalWeb.Domain.Billing;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Data.Billing;

/// <summary>A bill as lists show it.</summary>
public sealed record BillSummary(Guid Id, Guid PatientId, string Patient, int PatientNumber, int? Number, DateTimeOffset Drafted, DateTimeOffset? Issued, bool IsVoid, Money Total, Money Credited, Money Paid)
{
    public Money Balance => IsVoid ? Money.Zero(Total.Currency) : Total - Credited - Paid;
    public BillStatus Status => Bill.StatusOf(Issued is not null, IsVoid, Paid, Balance);
    public string Name => Number is { } number ? HumanNumber.Format(Bill.Prefix, number) : "Draft";
}

public static class BillSummaries
{
    extension(IQueryable<Bill> bills)
    {
        // Projecting a complex value would keep the whole bill in mind, and a later load under a lock would not see what changed meanwhile.
        public IQueryable<BillSummary> Summaries() => bills.AsNoTracking().Select(b => new BillSummary(
            b.Id, b.PatientId, b.Patient.ListName, b.Patient.Number, b.Number, b.Drafted.At, b.Issued == null ? null : b.Issued.At, b.VoidReason != null, b.Total, b.Credited, b.Paid));
    }
}

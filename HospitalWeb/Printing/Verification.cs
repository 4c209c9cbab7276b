using HospitalWeb.Data;
using HospitalWeb.Data.Billing;
using HospitalWeb.Data.Laboratory;
using HospitalWeb.Data.Prescribing;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Billing;
using HospitalWeb.Domain.Laboratory;
using HospitalWeb.Domain.Prescribing;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Printing;

/// <summary>What anybody who holds a printed sheet may know about it: which paper it is and whether it still counts. Nobody's name and nothing about health.</summary>
public sealed record Verification(string Paper, string Number, DateTimeOffset? On, string State, bool Counts)
{
    internal static Verification Of(PrescriptionStatus status, int number, DateTimeOffset? signed) => new("Prescription", HumanNumber.Format(Prescription.Prefix, number), signed, status switch
    {
        PrescriptionStatus.Signed => "Valid",
        PrescriptionStatus.PartlyDispensed => "Valid, partly dispensed",
        PrescriptionStatus.Draft => "Not signed",
        _ => status.ToString(),
    }, status is PrescriptionStatus.Signed or PrescriptionStatus.PartlyDispensed);
}

public static class Verifications
{
    extension(HospitalContext db)
    {
        public async Task<Verification?> VerifyAsync(string code, DateOnly today) =>
            await db.VerifyPrescriptionAsync(code, today) ?? await db.VerifyBillAsync(code) ?? await db.VerifyReceiptAsync(code) ?? await db.VerifyReportAsync(code);

        private async Task<Verification?> VerifyPrescriptionAsync(string code, DateOnly today) =>
            await db.Prescriptions.AsNoTracking().Where(p => p.VerificationCode == code).Select(p => new { p.Number, p.Status, p.ValidUntil, p.Signed }).SingleOrDefaultAsync() is { } found
                ? Verification.Of(found.Status is PrescriptionStatus.Signed or PrescriptionStatus.PartlyDispensed && found.ValidUntil < today ? PrescriptionStatus.Expired : found.Status, found.Number, found.Signed?.At)
                : null;

        private async Task<Verification?> VerifyBillAsync(string code) => await db.Bills.Where(b => b.VerificationCode == code).Summaries().SingleOrDefaultAsync() is { } bill
            ? new("Invoice", bill.Name, bill.Issued, bill.Status switch { BillStatus.Issued => "Valid, not paid", BillStatus.PartlyPaid => "Valid, partly paid", var status => status.ToString() }, !bill.IsVoid)
            : null;

        private async Task<Verification?> VerifyReceiptAsync(string code) =>
            await db.Receipts.AsNoTracking().Where(r => r.VerificationCode == code).Select(r => new { r.Number, r.Taken, Refunded = r.Payments.Any(p => p.Refunded.Amount > 0) }).SingleOrDefaultAsync() is { } receipt
                ? new("Receipt", HumanNumber.Format(Receipt.Prefix, receipt.Number), receipt.Taken.At, receipt.Refunded ? "Valid, with a refund since" : "Valid", true)
                : null;

        private async Task<Verification?> VerifyReportAsync(string code) =>
            await db.LabOrders.AsNoTracking().Where(o => o.VerificationCode == code).Select(o => new { o.Number, o.Ordered, Corrected = o.Items.Any(i => i.Status == LabItemStatus.Corrected), Cancelled = o.Items.All(i => i.Status == LabItemStatus.Cancelled) }).SingleOrDefaultAsync() is { } order
                ? new("Laboratory report", HumanNumber.Format(LabOrder.Prefix, order.Number), order.Ordered.At, order.Cancelled ? "Cancelled" : order.Corrected ? "Valid, corrected since it was first reported" : "Valid", !order.Cancelled)
                : null;
    }
}

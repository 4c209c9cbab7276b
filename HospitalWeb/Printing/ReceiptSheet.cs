using HospitalWeb.Domain;
using HospitalWeb.Domain.Billing;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Printing;

public sealed record ReceiptSheet : Sheet
{
    public override string Title => "Receipt";
    public override string Number => HumanNumber.Format(Receipt.Prefix, ReceiptNumber);
    public required int ReceiptNumber { get; init; }
    public required int BillNumber { get; init; }
    public required Stamp Taken { get; init; }
    public required Money BillTotal { get; init; }
    public required Money BillCredited { get; init; }
    public required Money BillPaid { get; init; }
    public required List<Part> Payments { get; init; }
    public required List<GivenBack> Refunds { get; init; }

    public string Bill => HumanNumber.Format(Domain.Billing.Bill.Prefix, BillNumber);
    public Money Total => Payments.Select(part => part.Amount).Total(BillTotal.Currency);
    public Money StillOwed => BillTotal - BillCredited - BillPaid;

    public sealed record Part(PaymentMethod Method, Money Amount, Money? Given, string? Reference);

    public sealed record GivenBack(int Number, DateOnly Day, PaymentMethod Method, Money Amount, string Reason);
}

public static class ReceiptSheets
{
    extension(IQueryable<Receipt> receipts)
    {
        public IQueryable<ReceiptSheet> Sheets() => receipts.AsNoTracking().Select(r => new ReceiptSheet
        {
            Patient = new(r.Bill.Patient.ListName, r.Bill.Patient.Number, r.Bill.Patient.BirthDate, r.Bill.Patient.Sex),
            VerificationCode = r.VerificationCode,
            ReceiptNumber = r.Number,
            BillNumber = r.Bill.Number!.Value,
            Taken = r.Taken,
            BillTotal = r.Bill.Total,
            BillCredited = r.Bill.Credited,
            BillPaid = r.Bill.Paid,
            Payments = r.Payments.Select(p => new ReceiptSheet.Part(p.Method, p.Amount, p.Given, p.Reference)).ToList(),
            Refunds = r.Payments.SelectMany(p => p.Refunds).OrderBy(f => f.Number).Select(f => new ReceiptSheet.GivenBack(f.Number, f.Day, f.Payment.Method, f.Amount, f.Reason)).ToList(),
        });
    }
}

using HospitalWeb.Domain;
using HospitalWeb.Domain.Billing;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Printing;

public sealed record InvoiceSheet : Sheet
{
    public override string Title => "Invoice";
    public override string Number => BillNumber is { } number ? HumanNumber.Format(Bill.Prefix, number) : "Draft";
    public required int? BillNumber { get; init; }
    public required Stamp? Issued { get; init; }
    public required Stamp? Voided { get; init; }
    public required string? VoidReason { get; init; }
    public required string? DiscountReason { get; init; }
    public required Money Total { get; init; }
    public required Money Credited { get; init; }
    public required Money Paid { get; init; }
    public required List<Line> Lines { get; init; }
    public required List<Taken> Receipts { get; init; }

    public override string? Mark => Voided is null ? base.Mark : "VOID";
    public Money Balance => Total - Credited - Paid;
    public bool HasDiscount => Lines.Exists(line => !line.Discount.IsZero);

    public sealed record Line(string Description, decimal Quantity, UnitPrice? UnitPrice, Money? Amount, Money Discount)
    {
        public Money? Net => Amount is { } amount ? amount - Discount : null;
    }

    public sealed record Taken(int Number, DateOnly Day, PaymentMethod Method, Money Amount, Money Refunded);
}

public static class InvoiceSheets
{
    extension(IQueryable<Bill> bills)
    {
        public IQueryable<InvoiceSheet> Sheets() => bills.AsNoTracking().Select(b => new InvoiceSheet
        {
            Patient = new(b.Patient.ListName, b.Patient.Number, b.Patient.BirthDate, b.Patient.Sex),
            VerificationCode = b.VerificationCode,
            IsDraft = b.Number == null,
            BillNumber = b.Number,
            Issued = b.Issued,
            Voided = b.Voided,
            VoidReason = b.VoidReason,
            DiscountReason = b.DiscountReason,
            Total = b.Total,
            Credited = b.Credited,
            Paid = b.Paid,
            Lines = b.Lines.OrderBy(l => l.Position).Select(l => new InvoiceSheet.Line(l.Description, l.Quantity, l.UnitPrice, l.Amount, l.Discount)).ToList(),
            Receipts = b.Receipts.SelectMany(r => r.Payments).OrderBy(p => p.Receipt.Number).Select(p => new InvoiceSheet.Taken(p.Receipt.Number, p.Receipt.Day, p.Method, p.Amount, p.Refunded)).ToList(),
        });
    }
}

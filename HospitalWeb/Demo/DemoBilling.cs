using HospitalWeb.Data;
using HospitalWeb.Data.Billing;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Billing;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Demo;

/// <summary>Bills in every state: not yet drafted, draft, issued, paid in part, paid by two methods, partly refunded, void.</summary>
internal sealed class DemoBilling(DemoKit kit, HospitalContext db, DemoCrew crew)
{
    private const int Fates = 8;

    public async Task RunAsync()
    {
        var charges = await db.Charges.Open().OrderBy(charge => charge.Raised.At).ThenBy(charge => charge.Description).ToListAsync();
        var numbers = await db.Patients.ToDictionaryAsync(patient => patient.Id, patient => patient.Number);
        foreach (var (own, index) in charges.GroupBy(charge => charge.PatientId).OrderBy(own => numbers[own.Key]).Select((own, index) => (own, index)))
            if (index % Fates > 0) await BillAsync(own.Key, [.. own], index % Fates);
    }

    private async Task BillAsync(Guid patientId, List<Charge> charges, int fate)
    {
        var at = kit.MinutesAgo(45);
        var bill = Bill.Draft(patientId, kit.Currency, charges, crew.Cashier.At(at));
        db.Add(bill);
        await db.SaveChangesAsync();
        if (fate == 1) return;

        await db.NumberedAsync(Bill.Prefix, number =>
        {
            bill.Issue(number, crew.Cashier.At(at.AddMinutes(2)));
            return Task.FromResult<Bill?>(bill);
        });
        if (fate == 7)
        {
            bill.Void("Issued to the wrong insurer.", crew.Cashier.At(at.AddMinutes(4)));
            await db.SaveChangesAsync();
        }
        if (fate is 2 or 7) return;

        await TakeAsync(bill, Tenders(bill.Total, fate), at.AddMinutes(6));
        if (fate == 5) await RefundAsync(bill, at.AddMinutes(9));
    }

    private Tender[] Tenders(Money total, int fate) => fate switch
    {
        3 => [new(PaymentMethod.Card, total * 0.4m, Reference: "Visa ending 4242")],
        4 => [new(PaymentMethod.Cash, kit.Money(Math.Floor(total.Amount / 2)), Given: kit.Money(Math.Floor(total.Amount / 2) + 5)), new(PaymentMethod.Card, total - kit.Money(Math.Floor(total.Amount / 2)), Reference: "Mastercard ending 0005")],
        6 => [new(PaymentMethod.Insurance, total, Reference: "Albion Mutual 77-1203")],
        _ => [new(PaymentMethod.Card, total, Reference: "Visa ending 1881")],
    };

    private Task TakeAsync(Bill bill, Tender[] tenders, DateTimeOffset at) =>
        db.NumberedAsync(Receipt.Prefix, number => Task.FromResult<Receipt?>(bill.Take(tenders, number, kit.Day(at), crew.Cashier.At(at))));

    private Task RefundAsync(Bill bill, DateTimeOffset at) =>
        db.NumberedAsync(Refund.Prefix, number => Task.FromResult<Refund?>(bill.Refund(bill.Receipts[0].Payments[0], bill.Total * 0.1m, "A test was charged twice.", number, kit.Day(at), crew.Cashier.At(at))));
}

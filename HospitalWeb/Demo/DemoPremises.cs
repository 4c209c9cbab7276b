using HospitalWeb.Data.Billing;
using HospitalWeb.Data.Prescribing;
using HospitalWeb.Domain.Billing;
using HospitalWeb.Domain.Pharmacy;
using HospitalWeb.Domain.Prescribing;
using HospitalWeb.Domain.Wards;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Demo;

/// <summary>Prices, wards with their beds, and what stands on the pharmacy's shelves: fresh, near its date, past it, and running low.</summary>
internal sealed class DemoPremises(DemoKit kit, DemoCrew crew)
{
    private static readonly (string Code, string Name, WardKind Kind, string Price, int Beds)[] Wards =
    [
        ("A1", "Ward A1", WardKind.General, "BED-DAY", 8), ("B2", "Ward B2", WardKind.Surgical, "BED-DAY", 6), ("C1", "Children's ward", WardKind.Paediatric, "BED-DAY-PAED", 5),
        ("M1", "Maternity", WardKind.Maternity, "BED-DAY-MAT", 4), ("ICU", "Intensive care", WardKind.IntensiveCare, "BED-DAY-ICU", 3),
    ];

    public async Task OpenAsync()
    {
        var priced = kit.Today.AddYears(-1);
        kit.Db.AddRange(PriceListFile.Read().Select(row => new Service { Code = row.Code, Name = row.Name, Price = kit.Money(row.DemoPrice), EffectiveFrom = priced }));
        foreach (var (code, name, kind, price, beds) in Wards) Open(new() { Code = code, Name = name, Kind = kind, BedDayPriceCode = price }, beds);
        foreach (var medication in await kit.Db.Medications.OrderBy(m => m.GenericName).ThenBy(m => m.Strength).ThenBy(m => m.Id).ToListAsync()) Stock(medication);
        await kit.SaveAsync();
    }

    private void Open(Ward ward, int beds)
    {
        for (var bed = 1; bed <= beds; bed++) ward.AddBed($"{ward.Code}-{bed:00}");
        kit.Db.Add(ward);
        if (ward.Kind == WardKind.General) ward.Beds[^1].Block("The call bell is being repaired.", crew.WardManager.At(kit.MinutesAgo(300)));
        if (ward.Kind == WardKind.Surgical) ward.Beds[^1].Reserve("Tomorrow's hip replacement", crew.WardManager.At(kit.MinutesAgo(200)));
    }

    private void Stock(Medication medication)
    {
        var price = kit.Money(Math.Max(medication.UsualPrice ?? 0.20m, 0.01m));
        var usual = Math.Max(medication.ReorderLevel * 3, 30);
        switch (kit.Between(1, 10))
        {
            case 1: Receive(medication, usual * 0.2m, daysLeft: 200, receivedDaysAgo: 120, price); break;
            case 2: Receive(medication, usual, daysLeft: -12, receivedDaysAgo: 200, price); Receive(medication, usual, daysLeft: 300, receivedDaysAgo: 20, price); break;
            case 3: Receive(medication, usual / 3, daysLeft: 18, receivedDaysAgo: 150, price); Receive(medication, usual, daysLeft: 420, receivedDaysAgo: 25, price); break;
            default: Receive(medication, usual, daysLeft: kit.Between(120, 600), receivedDaysAgo: kit.Between(10, 60), price); break;
        }
    }

    private void Receive(Medication medication, decimal quantity, int daysLeft, int receivedDaysAgo, Domain.Money price)
    {
        var at = kit.At(kit.Today.AddDays(-receivedDaysAgo), 10);
        var number = $"{(char)kit.Between('A', 'Z')}{kit.Between(10000, 99999)}";
        var goods = new Delivery(number, kit.Today.AddDays(daysLeft), Math.Ceiling(quantity), price * 0.6m, price, kit.Pick(["Northgate Medical", "Albion Supplies", "Hart & Lowe"]));
        var received = StockBatch.Receive(medication, known: null, goods, crew.Pharmacist.At(at), kit.Day(at));
        kit.Db.Add(received);
    }
}

using HospitalWeb.Data.Prescribing;
using HospitalWeb.Domain.Pharmacy;
using HospitalWeb.Domain.Prescribing;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Data.Pharmacy;

/// <summary>What is on the shelf of one medication, as of a day.</summary>
public sealed record StockLevel
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public string? Brand { get; init; }
    public required string Strength { get; init; }
    public required DoseForm Form { get; init; }
    public required string Unit { get; init; }
    public required decimal ReorderLevel { get; init; }
    public required decimal Usable { get; init; }
    public required decimal Expired { get; init; }
    public DateOnly? NextExpiry { get; init; }

    public bool IsLow => Usable <= ReorderLevel;
}

public static class StockLevelQueries
{
    extension(HospitalContext db)
    {
        public IQueryable<StockLevel> StockLevels(DateOnly today) => db.Medications.Where(m => m.IsActive).Select(m => new StockLevel
        {
            Id = m.Id, Name = m.GenericName, Brand = m.Brand, Strength = m.Strength, Form = m.Form, Unit = m.PackUnit, ReorderLevel = m.ReorderLevel,
            Usable = db.Set<StockBatch>().Where(b => b.MedicationId == m.Id && b.ExpiresOn >= today).Sum(b => b.QuantityOnHand),
            Expired = db.Set<StockBatch>().Where(b => b.MedicationId == m.Id && b.ExpiresOn < today).Sum(b => b.QuantityOnHand),
            NextExpiry = db.Set<StockBatch>().Where(b => b.MedicationId == m.Id && b.QuantityOnHand > 0 && b.ExpiresOn >= today).Min(b => (DateOnly?)b.ExpiresOn),
        });
    }

    extension(IQueryable<StockLevel> levels)
    {
        public IQueryable<StockLevel> Low() => levels.Where(l => l.Usable <= l.ReorderLevel);

        public IQueryable<StockLevel> ExpiringBy(DateOnly day) => levels.Where(l => l.Expired > 0 || l.NextExpiry <= day);
    }
}

using System.ComponentModel.DataAnnotations;

namespace HospitalWeb.Domain.Wards;

/// <summary>Rooms and beds under one nurse in charge. How many it takes is the number of its beds.</summary>
public sealed class Ward
{
    public const int NameMaxLength = 80;
    public const int CodeMaxLength = 10;

    public Guid Id { get; private set; }
    public required string Name { get; set; }
    public required string Code { get; init; }
    public required WardKind Kind { get; set; }
    /// <summary>The line of the price list that a day in one of its beds is charged by.</summary>
    public required string BedDayPriceCode { get; set; }
    public bool IsActive { get; private set; } = true;
    public List<Bed> Beds { get; private set; } = [];

    public Bed AddBed(string label)
    {
        BrokenRule.When(Beds.Exists(b => string.Equals(b.Label, label.Trim(), StringComparison.OrdinalIgnoreCase)), $"{Name} already has a bed {label.Trim()}.");

        var bed = new Bed { Ward = this, Label = label.Trim() };
        Beds.Add(bed);
        return bed;
    }

    public void Close()
    {
        BrokenRule.When(Beds.Exists(b => b.State is BedState.Occupied or BedState.Reserved), $"{Name} still has patients, or beds kept for them.");

        IsActive = false;
    }

    public void Open() => IsActive = true;
}

public enum WardKind
{
    [Display(Name = "General medicine")] General,
    Surgical,
    Maternity,
    [Display(Name = "Children")] Paediatric,
    [Display(Name = "Intensive care")] IntensiveCare,
    Emergency,
    [Display(Name = "Day care")] DayCare,
    Isolation,
}

namespace HospitalWeb.Domain.Wards;

public enum BedState { Free, Reserved, Occupied, Cleaning, Blocked }

/// <summary>A bed is for one patient at a time, and is cleaned between two.</summary>
public sealed class Bed
{
    public const int LabelMaxLength = 20;
    public const int ReasonMaxLength = 300;

    public Guid Id { get; private set; }
    public required Ward Ward { get; init; }
    public Guid WardId { get; private set; }
    public required string Label { get; init; }
    public BedState State { get; private set; }
    /// <summary>Why it is blocked, or for whom it is kept.</summary>
    public string? Reason { get; private set; }
    public Stamp? Changed { get; private set; }

    public string Name => $"{Ward.Name}, bed {Label}";

    internal void Occupy(Stamp by)
    {
        BrokenRule.When(!Ward.IsActive, $"{Ward.Name} is closed.");
        BrokenRule.When(State == BedState.Occupied, $"{Name} is occupied. Choose another bed.");
        BrokenRule.When(State == BedState.Cleaning, $"{Name} is being cleaned. Mark it cleaned first.");
        BrokenRule.When(State == BedState.Blocked, $"{Name} is blocked: {Reason}.");

        Become(BedState.Occupied, null, by);
    }

    internal void Leave(Stamp by) => Become(BedState.Cleaning, null, by);

    public void MarkCleaned(Stamp by)
    {
        BrokenRule.When(State != BedState.Cleaning, $"{Name} does not wait for cleaning.");

        Become(BedState.Free, null, by);
    }

    public void Reserve(string forWhom, Stamp by)
    {
        BrokenRule.When(State != BedState.Free, $"{Name} is not free.");
        BrokenRule.When(string.IsNullOrWhiteSpace(forWhom), "Say for whom the bed is kept.");

        Become(BedState.Reserved, forWhom.Trim(), by);
    }

    public void Block(string reason, Stamp by)
    {
        BrokenRule.When(State is BedState.Occupied, $"{Name} is occupied. Move the patient first.");
        BrokenRule.When(string.IsNullOrWhiteSpace(reason), "Say why the bed is blocked.");

        Become(BedState.Blocked, reason.Trim(), by);
    }

    /// <summary>Gives a blocked or a kept bed back.</summary>
    public void Free(Stamp by)
    {
        BrokenRule.When(State is not (BedState.Blocked or BedState.Reserved), $"{Name} is neither blocked nor reserved.");

        Become(BedState.Free, null, by);
    }

    private void Become(BedState state, string? reason, Stamp by) => (State, Reason, Changed) = (state, reason, by);
}

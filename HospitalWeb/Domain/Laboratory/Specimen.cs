namespace HospitalWeb.Domain.Laboratory;

/// <summary>One tube, known by the number on its label. A tube without its label, or with another one, is not received.</summary>
public sealed class Specimen : INumbered
{
    public static string Prefix => "ACC";

    public Guid Id { get; private set; }
    public int Number { get; private set; }
    public required LabOrder Order { get; init; }
    public Guid OrderId { get; private set; }
    public required SpecimenKind Kind { get; init; }
    public required Stamp Collected { get; init; }
    public DateTimeOffset CollectedAt { get; private set; }
    public Stamp? Received { get; private set; }
    public Stamp? Rejected { get; private set; }
    public string? RejectionReason { get; private set; }
    public List<LabOrderItem> Items { get; private set; } = [];

    internal static Specimen Draw(LabOrder order, SpecimenKind kind, IEnumerable<LabOrderItem> items, Stamp by)
    {
        var specimen = new Specimen { Order = order, Kind = kind, Collected = by, CollectedAt = by.At };
        foreach (var item in items)
        {
            item.CollectInto(specimen);
            specimen.Items.Add(item);
        }
        return specimen;
    }

    public void Receive(string labelOnTheTube, Stamp by)
    {
        BrokenRule.When(Rejected is not null, $"{HumanNumber.Of(this)} was rejected: {RejectionReason}.");
        BrokenRule.When(Received is not null, $"{HumanNumber.Of(this)} was received already, by {Received?.Name}.");
        BrokenRule.When(HumanNumber.Parse(Prefix, labelOnTheTube) != Number, $"The label says {labelOnTheTube.Trim()}, but this specimen is {HumanNumber.Of(this)}. Do not receive it: find out whose it is.");

        Received = by;
        foreach (var item in Items.Where(i => i.Status == LabItemStatus.Collected)) item.ReceiveAtBench();
    }

    /// <summary>The tube is no use: what was not measured from it yet is ordered again, under a new label.</summary>
    public void Reject(string reason, Stamp by)
    {
        BrokenRule.When(Rejected is not null, $"{HumanNumber.Of(this)} was rejected already, by {Rejected?.Name}.");
        BrokenRule.When(Items.Any(i => i.IsVerified), $"Results of {HumanNumber.Of(this)} are verified. Correct them instead.");

        (Rejected, RejectionReason) = (by, reason.Trim());
        foreach (var item in Items.Where(i => i.IsOpen).ToList()) Order.Items.Add(item.RejectAndOrderAgain(RejectionReason, by));
    }
}

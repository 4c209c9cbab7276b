namespace HospitalWeb.Domain.Laboratory;

/// <summary>One test on an order: ordered, collected, received, measured, verified by a second person, released.</summary>
public sealed class LabOrderItem
{
    public const int ReasonMaxLength = 300;

    public Guid Id { get; private set; }
    public required LabOrder Order { get; init; }
    public Guid OrderId { get; private set; }
    /// <summary>Null when the test was done elsewhere and is not in the catalogue.</summary>
    public LabTest? LabTest { get; init; }
    public Guid? LabTestId { get; private set; }
    public required CodedConcept Test { get; init; }
    public SpecimenKind SpecimenKind { get; init; }
    // Copies of the order's, so that the worklist is one index.
    public Urgency Urgency { get; private set; }
    public DateTimeOffset OrderedAt { get; private set; }
    public LabItemStatus Status { get; private set; }
    public Specimen? Specimen { get; private set; }
    public Guid? SpecimenId { get; private set; }
    public LabOrderItem? RecollectionOf { get; private set; }
    public Guid? RecollectionOfId { get; private set; }
    /// <summary>The first of a chain of recollections; null on that first one.</summary>
    public Guid? FirstItemId { get; private init; }
    public Stamp? Verified { get; private set; }
    public Stamp? Released { get; private set; }
    /// <summary>The doctor who has read it.</summary>
    public Stamp? Reviewed { get; private set; }
    /// <summary>Who rejected or cancelled it; <see cref="Reason"/> says why.</summary>
    public Stamp? Stopped { get; private set; }
    public string? Reason { get; private set; }
    public List<LabResult> Results { get; private set; } = [];

    /// <summary>The item whose charge pays for this one: what is collected again was charged the first time.</summary>
    public Guid ChargedAs => FirstItemId ?? Id;
    public bool IsOpen => Status is LabItemStatus.Ordered or LabItemStatus.Collected or LabItemStatus.Received or LabItemStatus.InProgress or LabItemStatus.Resulted;
    public bool IsVerified => Status is LabItemStatus.Verified or LabItemStatus.Released or LabItemStatus.Corrected;
    private IEnumerable<LabResult> Unverified => Results.Where(r => r.Verified is null);

    internal static LabOrderItem Of(LabOrder order, LabTest test, DateTimeOffset at) => new()
    {
        Order = order, LabTest = test, Test = test.Loinc with { Display = test.Name }, SpecimenKind = test.Specimen, Urgency = order.Urgency, OrderedAt = at,
    };

    internal static LabOrderItem History(LabOrder order, CodedConcept test, DateTimeOffset at) => new()
    {
        Order = order, Test = test, Urgency = order.Urgency, OrderedAt = at, Status = LabItemStatus.Released,
    };

    internal void CollectInto(Specimen specimen) => (Specimen, Status) = (specimen, LabItemStatus.Collected);

    internal void ReceiveAtBench() => Status = LabItemStatus.Received;

    internal LabOrderItem RejectAndOrderAgain(string reason, Stamp by)
    {
        var again = new LabOrderItem { Order = Order, LabTest = LabTest, Test = Test, SpecimenKind = SpecimenKind, Urgency = Urgency, OrderedAt = OrderedAt, RecollectionOf = this, FirstItemId = ChargedAs };
        (Status, Stopped, Reason) = (LabItemStatus.Rejected, by, reason);
        return again;
    }

    /// <summary>Enters what was measured, or mends what nobody has verified yet. The test is resulted once every analyte has a value.</summary>
    public void Enter(IReadOnlyCollection<(Analyte Analyte, ResultValue Value)> measured, DateOnly collectedOn, Stamp by)
    {
        BrokenRule.When(Status is LabItemStatus.Cancelled or LabItemStatus.Rejected, $"{Test.Display} was {Status.ToString().ToLowerInvariant()}: {Reason}. It takes no results.");
        BrokenRule.When(Status is LabItemStatus.Ordered or LabItemStatus.Collected, $"The laboratory has not received the specimen for {Test.Display}.");
        BrokenRule.When(IsVerified, $"{Test.Display} is verified. Correct it instead.");
        BrokenRule.When(measured.Count == 0, "Enter at least one value.");

        foreach (var (analyte, value) in measured)
            if (Results.Find(r => r.AnalyteCode == analyte.Code) is { } entered) entered.Measure(analyte, value, collectedOn, by);
            else Results.Add(LabResult.Measured(this, analyte, value, collectedOn, by));

        Status = LabTest!.Analytes.TrueForAll(a => Results.Exists(r => r.AnalyteCode == a.Code)) ? LabItemStatus.Resulted : LabItemStatus.InProgress;
    }

    /// <summary>A second person vouches for the values. Answers with those that a doctor must hear of at once.</summary>
    public IReadOnlyList<LabResult> Verify(LabPolicy policy, Stamp by)
    {
        var pending = Unverified.ToList();
        BrokenRule.When(Status != LabItemStatus.Resulted, $"{Test.Display} has no complete results to verify.");
        BrokenRule.When(policy.SecondPersonVerifies && pending.Exists(r => r.Entered?.AccountId == by.AccountId), "You entered these results. Somebody else must verify them.");

        var corrects = pending.Exists(r => r.Corrects is not null);
        foreach (var result in pending) result.Verify(by);

        (Verified, Reviewed) = (by, null);
        Status = corrects ? LabItemStatus.Corrected : LabItemStatus.Verified;
        return pending.FindAll(r => r.Flag.IsCritical);
    }

    public void Release(Stamp by)
    {
        BrokenRule.When(Status != LabItemStatus.Verified, $"{Test.Display} is not verified, or was released already.");

        foreach (var result in Results) result.Release(by);
        (Released, Status) = (by, LabItemStatus.Released);
    }

    /// <summary>Replaces a released value. The old one stays, is what everybody sees until somebody verifies the new one, and can be read ever after.</summary>
    public LabResult Correct(LabResult wrong, Analyte analyte, ResultValue value, string reason, DateOnly collectedOn, Stamp by)
    {
        BrokenRule.When(Unverified.Any(), $"A correction of {Test.Display} waits to be verified already.");
        BrokenRule.When(Status is not (LabItemStatus.Released or LabItemStatus.Corrected), $"{Test.Display} has not been released. There is nothing to correct.");
        BrokenRule.When(!wrong.IsCurrent, "This value has been corrected already.");
        BrokenRule.When(string.IsNullOrWhiteSpace(reason), "Say why the result is corrected.");

        var right = LabResult.Correction(wrong, analyte, value, reason.Trim(), collectedOn, by);
        Results.Add(right);
        Status = LabItemStatus.Resulted;
        return right;
    }

    public void Review(Stamp by)
    {
        BrokenRule.When(!IsVerified, $"{Test.Display} has no verified results to read.");

        Reviewed ??= by;
    }

    public void Cancel(string reason, Stamp by)
    {
        BrokenRule.When(Status is not (LabItemStatus.Ordered or LabItemStatus.Collected or LabItemStatus.Received), $"{Test.Display} can no longer be cancelled.");
        BrokenRule.When(string.IsNullOrWhiteSpace(reason), "Say why the test is cancelled.");

        (Status, Stopped, Reason) = (LabItemStatus.Cancelled, by, reason.Trim());
    }
}

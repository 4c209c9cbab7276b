using HospitalWeb.Domain.Encounters;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Staff;

namespace HospitalWeb.Domain.Laboratory;

/// <summary>What one clinician wants measured of one patient at one moment. Each test on it goes its own way through the laboratory.</summary>
public sealed class LabOrder : INumbered, IImported
{
    public const int ClinicalNotesMaxLength = 1000;

    public static string Prefix => "LAB";

    public Guid Id { get; private set; }
    public int Number { get; private set; }
    public required Patient Patient { get; init; }
    public Guid PatientId { get; private set; }
    /// <summary>Null for a standing order or one from outside.</summary>
    public Encounter? Encounter { get; init; }
    public Guid? EncounterId { get; private set; }
    public Practitioner? OrderedBy { get; init; }
    public Guid? OrderedById { get; private set; }
    public required Urgency Urgency { get; init; }
    public string? ClinicalNotes { get; init; }
    public required Stamp Ordered { get; init; }
    public string? ImportedFrom { get; init; }
    public string VerificationCode { get; private init; } = Domain.VerificationCode.New();
    public List<LabOrderItem> Items { get; private set; } = [];
    public List<Specimen> Specimens { get; private set; } = [];

    public static LabOrder Place(Patient patient, Encounter? encounter, Practitioner? orderedBy, Urgency urgency, string? clinicalNotes, IReadOnlyCollection<LabTest> tests, Stamp by)
    {
        BrokenRule.When(patient.IsDeceased, $"{patient.ListName} has died. Nothing can be ordered.");
        BrokenRule.When(tests.Count == 0, "Choose at least one test.");
        if (tests.FirstOrDefault(t => !t.IsActive) is { } withdrawn) throw new BrokenRule($"{withdrawn.Name} is no longer offered.");

        var order = new LabOrder { Patient = patient, Encounter = encounter, OrderedBy = orderedBy, Urgency = urgency, ClinicalNotes = clinicalNotes?.Trim(), Ordered = by };
        foreach (var test in tests) order.Items.Add(LabOrderItem.Of(order, test, by.At));
        return order;
    }

    /// <summary>Draws what still has to be drawn: one labelled tube for each kind.</summary>
    public IReadOnlyList<Specimen> Collect(IReadOnlyCollection<SpecimenKind> kinds, Stamp by)
    {
        var wanted = Items.Where(i => i.Status == LabItemStatus.Ordered && kinds.Contains(i.SpecimenKind)).ToList();
        BrokenRule.When(Patient.DiedAt < by.At, $"{Patient.ListName} has died. Nothing can be collected.");
        BrokenRule.When(wanted.Count == 0, "Nothing of this order waits to be collected.");
        BrokenRule.When(by.At < Ordered.At, "A specimen cannot be collected before it was ordered.");

        List<Specimen> drawn = [.. wanted.GroupBy(i => i.SpecimenKind).Select(tube => Specimen.Draw(this, tube.Key, tube, by))];
        Specimens.AddRange(drawn);
        return drawn;
    }

    /// <summary>Reads an order back from another system's history: its items are done.</summary>
    public LabOrderItem AddHistory(CodedConcept test, DateTimeOffset collectedAt)
    {
        var item = LabOrderItem.History(this, test, collectedAt);
        Items.Add(item);
        return item;
    }
}

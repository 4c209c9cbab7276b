using HospitalWeb.Domain.Encounters;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Staff;

namespace HospitalWeb.Domain.Prescribing;

/// <summary>
/// Medicines for one patient, written as a draft and signed by a doctor. After signing its content never changes:
/// to change it, it is cancelled and a new one is written that names the old.
/// </summary>
public sealed class Prescription : INumbered, IImported
{
    public const int NoteMaxLength = 1000;
    public const int ReasonMaxLength = 500;
    public const int ValidDays = 30;
    public const int MaxItems = 20;

    public static string Prefix => "PRX";

    public Guid Id { get; private set; }
    public int Number { get; private set; }
    public string? ImportedFrom { get; private init; }
    public required Patient Patient { get; init; }
    public Guid PatientId { get; private set; }
    public Encounter? Encounter { get; init; }
    public Guid? EncounterId { get; private set; }
    public Practitioner? Prescriber { get; init; }
    public Guid? PrescriberId { get; private set; }
    public required DateTimeOffset WrittenAt { get; init; }
    public PrescriptionStatus Status { get; private set; } = PrescriptionStatus.Draft;
    /// <summary>1 is dispensed first.</summary>
    public DispenseUrgency Urgency { get; private set; } = DispenseUrgency.Routine;
    public Stamp? Signed { get; private set; }
    /// <summary>Who promised to have checked by hand what could not be checked automatically.</summary>
    public Stamp? CheckedByHand { get; private set; }
    public DateOnly? ValidUntil { get; private set; }
    public string? Note { get; private set; }
    public Stamp? Cancelled { get; private set; }
    public string? CancelReason { get; private set; }
    /// <summary>The cancelled prescription that this one takes the place of.</summary>
    public Guid? ReplacesId { get; private init; }
    public string VerificationCode { get; private init; } = Domain.VerificationCode.New();
    public List<PrescriptionItem> Items { get; private set; } = [];

    public bool IsDraft => Status == PrescriptionStatus.Draft;
    public bool IsOpen => Status is PrescriptionStatus.Signed or PrescriptionStatus.PartlyDispensed;

    public bool HasExpired(DateOnly today) => IsOpen && ValidUntil < today;

    /// <summary>The state as of today: nobody has to mark what ran out.</summary>
    public PrescriptionStatus StatusOn(DateOnly today) => HasExpired(today) ? PrescriptionStatus.Expired : Status;

    public PrescriptionItem Add(Medication medication, MedicineLine line, int refills, string? instructions)
    {
        MustBeDraft();
        BrokenRule.When(Patient.IsDeceased, $"{Patient.ListName} has died. Nothing can be prescribed.");
        BrokenRule.When(!medication.IsActive, $"{medication.Label} is no longer in the formulary.");
        BrokenRule.When(Items.Count >= MaxItems, $"A prescription holds at most {MaxItems} medicines.");
        BrokenRule.When(refills is < 0 or > PrescriptionItem.MaxRefills, $"Enter refills from 0 to {PrescriptionItem.MaxRefills}.");
        line.MustBeWritten();

        var item = new PrescriptionItem
        {
            Position = Items.Count == 0 ? 1 : Items.Max(i => i.Position) + 1,
            Medication = medication,
            Medicine = line,
            Code = medication.RxNormCode is { } code ? new(CodedConcept.RxNorm, code, medication.Label) : null,
            IngredientCodes = [.. medication.IngredientCodes],
            Quantity = medication.QuantityFor(line),
            QuantityUnit = medication.PackUnit,
            Refills = refills,
            Instructions = instructions.TrimToNull(),
        };
        Items.Add(item);
        return item;
    }

    public void MustBeOf(Guid? practitionerId) =>
        BrokenRule.When(practitionerId is null || (PrescriberId != practitionerId && Prescriber?.Id != practitionerId), $"{Prescriber?.DisplayName} began this draft. Only they can change or sign it.");

    public void Remove(PrescriptionItem item)
    {
        MustBeDraft();
        Items.Remove(item);
    }

    public void Overrule(PrescriptionItem item, AlertOverride reason)
    {
        MustBeDraft();
        item.Overrule(reason);
    }

    /// <summary>The note is for the pharmacist: nothing written in it lifts an alert.</summary>
    public void Sign(PrescriptionCheck check, bool checkedByHand, DispenseUrgency urgency, string? note, Stamp by, DateOnly today)
    {
        MustBeDraft();
        BrokenRule.When(Items.Count == 0, "Add at least one medicine before you sign.");
        BrokenRule.When(Patient.IsDeceased, $"{Patient.ListName} has died. Nothing can be prescribed.");
        BrokenRule.When(Prescriber is not { Profession: Profession.Doctor }, "Only a doctor signs prescriptions.");
        BrokenRule.When(!Prescriber!.MaySign(today), "Your licence is missing or has expired. You cannot sign prescriptions.");
        foreach (var item in Items)
        {
            var alerts = check.For(this, item);
            BrokenRule.When(!(item.Override?.Covers(alerts) ?? !alerts.Any(a => a.NeedsReason)), $"{(alerts.Count > 0 ? alerts[0].Text : "")} Choose another medicine, or give a reason for going on.");
            item.MarkChecked(check.Allergies);
        }

        var byHand = check.MustBeDoneByHand(this);
        BrokenRule.When(byHand && !checkedByHand, "Not everything could be checked automatically. Check the allergies by hand and say so before you sign.");

        (Status, Signed, Urgency, Note, ValidUntil) = (PrescriptionStatus.Signed, by, urgency, note.TrimToNull(), today.AddDays(ValidDays));
        if (byHand) CheckedByHand = by;
    }

    public void Cancel(string reason, Stamp by)
    {
        BrokenRule.When(Status == PrescriptionStatus.Cancelled, "This prescription has already been cancelled.");
        BrokenRule.When(Status is PrescriptionStatus.Dispensed or PrescriptionStatus.Completed, "This prescription has been dispensed and cannot be cancelled.");
        BrokenRule.When(string.IsNullOrWhiteSpace(reason), "Say why the prescription is cancelled.");

        (Status, CancelReason, Cancelled) = (PrescriptionStatus.Cancelled, reason.Trim(), by);
    }

    /// <summary>A draft with the same medicines that takes the place of this cancelled prescription.</summary>
    public Prescription WriteAgain(Practitioner prescriber, DateTimeOffset now)
    {
        BrokenRule.When(Status != PrescriptionStatus.Cancelled, "Cancel the prescription before you write it again.");

        var again = new Prescription { Patient = Patient, Encounter = Encounter, Prescriber = prescriber, WrittenAt = now, ReplacesId = Id };
        foreach (var item in Items.Where(i => i.Medication is { IsActive: true }).OrderBy(i => i.Position)) again.Add(item.Medication!, item.Medicine, item.Refills, item.Instructions);
        return again;
    }

    /// <summary>An allergy that became known after signing stops the pharmacist too, until the prescriber has answered it.</summary>
    public void MustBeSafeToGive(PrescriptionItem item, PrescriptionCheck check)
    {
        var stop = check.For(this, item).FirstOrDefault(alert => alert.Tier == DrugSafety.AlertTier.Stop && item.Override?.Covers([alert]) != true);
        BrokenRule.When(stop is not null, $"{stop?.Text} This became known after the prescription was signed. Ask {Prescriber?.DisplayName ?? "the prescriber"} to write another one.");
    }

    public void Give(PrescriptionItem item, decimal quantity, DateOnly today)
    {
        BrokenRule.When(Status == PrescriptionStatus.Cancelled, $"This prescription was cancelled: {CancelReason}");
        BrokenRule.When(HasExpired(today), $"This prescription was valid until {ValidUntil:dd-MMM-yyyy} and cannot be dispensed.");
        BrokenRule.When(!IsOpen, "This prescription is not open for dispensing.");

        item.Give(quantity);
        Status = Items.All(i => i.IsFullyDispensed) ? PrescriptionStatus.Dispensed : PrescriptionStatus.PartlyDispensed;
    }

    /// <summary>What was prescribed elsewhere: taken over as it is, whatever today's rules say.</summary>
    public static Prescription OfHistory(Patient patient, Encounter? encounter, Practitioner? prescriber, PrescriptionStatus status, DateTimeOffset writtenAt, PrescriptionItem item, string importedFrom) =>
        new() { Patient = patient, Encounter = encounter, Prescriber = prescriber, Status = status, WrittenAt = writtenAt, ImportedFrom = importedFrom, Items = [item] };

    private void MustBeDraft()
    {
        BrokenRule.When(Status == PrescriptionStatus.Cancelled, "This prescription has been cancelled.");
        BrokenRule.When(!IsDraft, "This prescription has been signed and cannot be changed. Cancel it and write a new one.");
    }
}

public enum PrescriptionStatus
{
    Draft,
    Signed,
    [System.ComponentModel.DataAnnotations.Display(Name = "Partly dispensed")] PartlyDispensed,
    Dispensed,
    Completed,
    Cancelled,
    Expired,
}

/// <summary>Stored as its rank in the queue: the lower, the sooner.</summary>
public enum DispenseUrgency { Immediate = 1, Urgent = 2, Routine = 3 }

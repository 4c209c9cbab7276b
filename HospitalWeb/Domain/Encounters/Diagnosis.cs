namespace HospitalWeb.Domain.Encounters;

/// <summary>What the doctor found the patient to have at one visit. Wrong ones are voided with a reason, never deleted.</summary>
public sealed class Diagnosis
{
    public const int ReasonMaxLength = 500;

    public Guid Id { get; private set; }
    public required Encounter Encounter { get; init; }
    public Guid EncounterId { get; private set; }
    public required CodedConcept Concept { get; init; }
    public DiagnosisRank Rank { get; private set; } = DiagnosisRank.Secondary;
    public required DiagnosisCertainty Certainty { get; init; }
    public required Stamp Recorded { get; init; }
    public Stamp? Voided { get; private set; }
    public string? VoidReason { get; private set; }

    public bool IsCurrent => Voided is null;

    public void Void(string reason, Stamp stamp)
    {
        Encounter.MustBeOpen();
        BrokenRule.When(!IsCurrent, "This diagnosis was already removed.");
        BrokenRule.When(string.IsNullOrWhiteSpace(reason), "Give the reason for removing the diagnosis.");

        (Voided, VoidReason) = (stamp, reason.Trim());
    }

    internal void MakePrimary() => Rank = DiagnosisRank.Primary;

    internal void MakeSecondary() => Rank = DiagnosisRank.Secondary;
}

public enum DiagnosisRank { Primary, Secondary }

public enum DiagnosisCertainty { Confirmed, Provisional, Suspected }

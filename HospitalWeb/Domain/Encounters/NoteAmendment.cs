namespace HospitalWeb.Domain.Encounters;

/// <summary>A later signed version of a note: the whole text as it reads now, and why it was changed. Never altered.</summary>
public sealed class NoteAmendment
{
    public const int ReasonMaxLength = 1000;
    public const int HashLength = 64;

    public Guid Id { get; private set; }
    public required ClinicalNote Note { get; init; }
    public Guid NoteId { get; private set; }
    /// <summary>1 for the first amendment of the note.</summary>
    public required int Number { get; init; }
    public required SoapNote Content { get; init; }
    public required string Reason { get; init; }
    public required Stamp Signed { get; init; }
    /// <summary>Includes the hash of the version before, so that no version can be exchanged unnoticed.</summary>
    public required string Hash { get; init; }
}

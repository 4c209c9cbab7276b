using HospitalWeb.Domain.Staff;

namespace HospitalWeb.Domain.Encounters;

/// <summary>
/// The doctor's note of a visit. A draft belongs to its author; from the signature on the content is frozen for good,
/// and what has to be said differently is said in an amendment that leaves it readable.
/// </summary>
public sealed class ClinicalNote
{
    public const int SealReasonMaxLength = 300;

    public Guid Id { get; private set; }
    public required Encounter Encounter { get; init; }
    public Guid EncounterId { get; private set; }
    /// <summary>Who began the note and alone may write and sign it.</summary>
    public required Stamp Author { get; init; }
    public NoteStatus Status { get; private set; } = NoteStatus.Draft;
    /// <summary>The draft; after the signature, the text that was signed first.</summary>
    public SoapNote Content { get; private set; } = new();
    public Stamp? Signed { get; private set; }
    /// <summary>SHA-256 over the signed content and signature, in lower-case hexadecimal.</summary>
    public string? Hash { get; private set; }
    public List<NoteAmendment> Amendments { get; private set; } = [];
    /// <summary>Who closed the signed note to everybody but its author and those with a right to sealed notes.</summary>
    public Stamp? Sealed { get; private set; }
    public string? SealReason { get; private set; }

    public bool IsDraft => Status == NoteStatus.Draft;
    public NoteAmendment? LatestAmendment => Amendments.MaxBy(a => a.Number);
    public SoapNote Current => LatestAmendment?.Content ?? Content;

    /// <summary>Whether every version reads as it was signed, by whom and when. Nobody without the key can make a hash that fits, for what it is made of is encrypted.</summary>
    public bool IsAsSigned => IsDraft ? Hash is null && Signed is null : Signed is not null && Hash == NoteHash.Of(EncounterId, Content, Signed, former: null) && AmendmentsFollow(Hash);

    public static ClinicalNote Begin(Encounter encounter, Stamp author)
    {
        encounter.MustBeOpen();

        var complaint = encounter.ChiefComplaint ?? "";
        return new() { Encounter = encounter, Author = author, Content = new() { Subjective = new() { ChiefComplaint = complaint } } };
    }

    public void Write(SoapNote content, Stamp stamp)
    {
        BrokenRule.When(!IsDraft, "This note is signed and cannot be changed. Amend it instead.");
        MustBeAuthor(stamp);

        Content = content;
    }

    public void Sign(Practitioner signer, DateOnly today, Stamp stamp)
    {
        BrokenRule.When(!IsDraft, "This note is already signed.");
        MustBeAuthor(stamp);
        MustBeLicensed(signer, today);
        MustBeComplete(Content);

        (Status, Signed, Hash) = (NoteStatus.Signed, stamp, NoteHash.Of(EncounterId, Content, stamp, former: null));
    }

    public NoteAmendment Amend(SoapNote content, string reason, Practitioner signer, DateOnly today, Stamp stamp)
    {
        BrokenRule.When(IsDraft, "This note is still a draft: change and sign it.");
        MustBeAuthor(stamp);
        MustBeLicensed(signer, today);
        BrokenRule.When(string.IsNullOrWhiteSpace(reason), "Give the reason for the amendment.");
        BrokenRule.When(content == Current, "Nothing was changed.");
        MustBeComplete(content);

        var amendment = new NoteAmendment
        {
            Note = this, Number = Amendments.Count + 1, Content = content, Reason = reason.Trim(), Signed = stamp,
            Hash = NoteHash.Of(EncounterId, content, stamp, LatestAmendment?.Hash ?? Hash),
        };
        Amendments.Add(amendment);
        Status = NoteStatus.Amended;
        return amendment;
    }

    public void Seal(string reason, Stamp stamp)
    {
        BrokenRule.When(IsDraft, "Nobody but you sees a draft. Sign the note before you seal it.");
        BrokenRule.When(Sealed is not null, $"This note is sealed already, by {Sealed?.Name}.");
        MustBeAuthor(stamp);
        BrokenRule.When(string.IsNullOrWhiteSpace(reason), "Say why the note is sealed.");

        (Sealed, SealReason) = (stamp, reason.Trim());
    }

    public void OpenSeal()
    {
        BrokenRule.When(Sealed is null, "This note is not sealed.");
        (Sealed, SealReason) = (null, null);
    }

    private bool AmendmentsFollow(string former)
    {
        if (Status == NoteStatus.Amended != Amendments.Count > 0) return false;

        foreach (var (place, amendment) in Amendments.OrderBy(amendment => amendment.Number).Index())
        {
            if (amendment.Number != place + 1 || amendment.Hash != NoteHash.Of(EncounterId, amendment.Content, amendment.Signed, former)) return false;
            former = amendment.Hash;
        }

        return true;
    }

    private void MustBeAuthor(Stamp stamp) => BrokenRule.When(stamp.AccountId != Author.AccountId, $"Only {Author.Name} can write in this note.");

    private static void MustBeLicensed(Practitioner signer, DateOnly today) =>
        BrokenRule.When(!signer.MaySign(today), "Only a doctor with a valid licence can sign. Ask the administrator to check yours.");

    private static void MustBeComplete(SoapNote content)
    {
        BrokenRule.When(content.Subjective.ChiefComplaint.Length == 0, "Write the chief complaint before signing.");
        BrokenRule.When(content.Assessment.Impression.Length == 0, "Write the assessment before signing.");
        BrokenRule.When(content.Plan.Treatment.Length == 0, "Write the plan before signing.");
    }
}

public enum NoteStatus { Draft, Signed, Amended }

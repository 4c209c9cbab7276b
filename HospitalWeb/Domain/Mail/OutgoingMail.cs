namespace HospitalWeb.Domain.Mail;

public enum MailStatus { Queued, Sending, Sent, Failed, Unconfirmed, Lapsed }

public sealed record MailAttachment(string FileName, string ContentType, byte[] Content);

/// <summary>
/// A letter in the outbox, put there in the save of the deed that it tells of. The key says what it is about, and is unique: nothing is told twice.
/// Once it has been handed to a mail server that did not answer, nobody knows whether it arrived: it is Unconfirmed and only a person sends it again.
/// </summary>
public sealed class OutgoingMail
{
    public const int ToMaxLength = 254, SubjectMaxLength = 200, BodyMaxLength = 20_000, KeyMaxLength = 200, ErrorMaxLength = 500, AttemptsAtMost = 8;
    public static readonly TimeSpan AnsweredWithin = TimeSpan.FromMinutes(5);

    public Guid Id { get; private set; }
    public required string To { get; init; }
    public required string Subject { get; init; }
    [Secret] public required string Body { get; init; }
    public bool IsHtml { get; init; }
    public required string Key { get; init; }
    public required DateTimeOffset QueuedAt { get; init; }
    /// <summary>After this moment the letter is of no use and is not sent, such as a reminder of a visit that is over.</summary>
    public DateTimeOffset? UselessAfter { get; init; }
    [Secret] public List<MailAttachment> Attachments { get; init; } = [];

    public MailStatus Status { get; private set; }
    public int Attempts { get; private set; }
    public DateTimeOffset? NextAttemptAt { get; private set; }
    public DateTimeOffset? ClaimedAt { get; private set; }
    public DateTimeOffset? SentAt { get; private set; }
    public string? Error { get; private set; }

    /// <summary>Takes the letter for sending, so that no other server does. False when it has become useless meanwhile.</summary>
    public bool Claim(DateTimeOffset now)
    {
        BrokenRule.When(Status != MailStatus.Queued, "This mail is not waiting to be sent.");
        if (UselessAfter <= now)
        {
            Status = MailStatus.Lapsed;
            return false;
        }

        Status = MailStatus.Sending;
        ClaimedAt = now;
        Attempts++;
        return true;
    }

    public void ConfirmSent(DateTimeOffset now) => (Status, SentAt, Error) = (MailStatus.Sent, now, null);

    /// <summary>The mail server said no: tried again later, with growing patience, unless it said never.</summary>
    public void Refuse(string error, bool forGood, DateTimeOffset now)
    {
        Error = Fit(error);
        Status = forGood || Attempts >= AttemptsAtMost ? MailStatus.Failed : MailStatus.Queued;
        NextAttemptAt = now.AddMinutes(Math.Pow(2, Attempts - 1));
    }

    public void LeaveUnconfirmed(string error) => (Status, Error) = (MailStatus.Unconfirmed, Fit(error));

    public void SendAgain(DateTimeOffset now)
    {
        BrokenRule.When(Status is MailStatus.Queued or MailStatus.Sending, "This mail is already on its way.");
        BrokenRule.When(UselessAfter <= now, "This mail is no longer of use to anybody: what it tells of is over.");
        (Status, Attempts, NextAttemptAt, Error) = (MailStatus.Queued, 0, now, null);
    }

    private static string Fit(string error) => error.Length > ErrorMaxLength ? error[..ErrorMaxLength] : error;
}

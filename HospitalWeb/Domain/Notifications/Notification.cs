using HospitalWeb.Domain.Patients;

namespace HospitalWeb.Domain.Notifications;

/// <summary>
/// Something one account should know. Seen is not handled: a critical one stays until somebody acknowledges it by name, whatever its age.
/// </summary>
public sealed class Notification
{
    public const int TitleMaxLength = 200;
    public const int BodyMaxLength = 1000;
    public const int UrlMaxLength = 400;
    public const int ActionTakenMaxLength = 500;
    public static readonly TimeSpan Life = TimeSpan.FromDays(90);

    public Guid Id { get; private set; }
    public required Guid AccountId { get; init; }
    public required NotificationKind Kind { get; init; }
    public required Severity Severity { get; init; }
    public required string Title { get; init; }
    public string Body { get; init; } = "";
    /// <summary>The very thing it is about, as a path of this site.</summary>
    public string? Url { get; init; }
    public Guid? PatientId { get; init; }
    public Patient? Patient { get; init; }
    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset? ReadAt { get; private set; }
    public Stamp? Acknowledged { get; private set; }
    public string? ActionTaken { get; private set; }
    /// <summary>Null while it must not expire.</summary>
    public DateTimeOffset? ExpiresAt { get; private set; }
    /// <summary>Critical and not yet acknowledged, in a column of its own for the bell's index.</summary>
    public bool NeedsAcknowledgement { get; private set; }

    public static Notification To(Guid accountId, NotificationKind kind, Severity severity, string title, string body, string? url, Guid? patientId, DateTimeOffset now) => new()
    {
        AccountId = accountId, Kind = kind, Severity = severity, Title = title, Body = body, Url = url, PatientId = patientId, CreatedAt = now,
        NeedsAcknowledgement = severity == Severity.Critical,
        ExpiresAt = severity == Severity.Critical ? null : now + Life,
    };

    public void MarkSeen(DateTimeOffset now) => ReadAt ??= now;

    public void Acknowledge(string actionTaken, Stamp by)
    {
        BrokenRule.When(Acknowledged is not null, $"{Acknowledged?.Name} has acknowledged this already.");
        BrokenRule.When(NeedsAcknowledgement && string.IsNullOrWhiteSpace(actionTaken), "Say what you did about it.");

        (Acknowledged, ActionTaken) = (by, actionTaken.Trim());
        NeedsAcknowledgement = false;
        ReadAt ??= by.At;
        ExpiresAt ??= by.At + Life;
    }
}

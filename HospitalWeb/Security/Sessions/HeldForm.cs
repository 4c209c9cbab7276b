using HospitalWeb.Domain;

namespace HospitalWeb.Security.Sessions;

/// <summary>A form that came when its session was locked or over. It is kept, sealed, until its own sender has signed in again and sends it or throws it away.</summary>
[NotAudited]
public sealed class HeldForm
{
    public const int PathMaxLength = 1000, FieldsMaxLength = 200_000;
    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(12);

    public Guid Id { get; private set; }
    public required Guid AccountId { get; init; }
    public required string Path { get; init; }
    /// <summary>The fields as sent, encrypted for this account.</summary>
    public required string Fields { get; init; }
    public required DateTimeOffset At { get; init; }
}

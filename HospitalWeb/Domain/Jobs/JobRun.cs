namespace HospitalWeb.Domain.Jobs;

/// <summary>
/// One run of a job. Name and due time are unique: of many servers the one that writes the row does the work.
/// A run without an end whose server is gone was broken off.
/// </summary>
[NotAudited]
public sealed class JobRun
{
    public const int NameMaxLength = 100, HostMaxLength = 100, FailureMaxLength = 2000;

    public Guid Id { get; private set; }
    public required string Name { get; init; }
    public required DateTimeOffset DueAt { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public required string Host { get; init; }
    public DateTimeOffset? FinishedAt { get; private set; }
    public string? Failure { get; private set; }

    public TimeSpan? Duration => FinishedAt - StartedAt;

    public void Finish(DateTimeOffset now, string? failure = null)
    {
        FinishedAt = now;
        Failure = failure is { Length: > FailureMaxLength } ? failure[..FailureMaxLength] : failure;
    }
}

namespace HospitalWeb.Domain.Audit;

/// <summary>One walk through the whole trail: how far it has come, and what it found.</summary>
[NotAudited]
public sealed class AuditCheck
{
    public const int FaultMaxLength = 400;

    public Guid Id { get; private set; }
    public required DateTimeOffset StartedAt { get; init; }
    public required long Total { get; init; }
    public long Walked { get; private set; }
    public DateTimeOffset? FinishedAt { get; private set; }
    /// <summary>The first thing wrong, in a sentence; null when there is nothing or while it runs.</summary>
    public string? Fault { get; private set; }

    public bool IsRunning => FinishedAt is null;
    public int Percent => Total == 0 ? 100 : (int)Math.Min(100, Walked * 100 / Total);

    public void Finish(long walked, string? fault, DateTimeOffset now) => (Walked, Fault, FinishedAt) = (walked, fault, now);
}

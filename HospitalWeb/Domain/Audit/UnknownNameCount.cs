namespace HospitalWeb.Domain.Audit;

/// <summary>Tries to sign in under names that nobody has which no entry of the trail tells of yet: one row, so that no number of made-up names fills the database.</summary>
[NotAudited]
public sealed class UnknownNameCount
{
    public int Id { get; private set; } = 1;
    public int Untold { get; private set; }
    public DateTimeOffset ToldAt { get; private set; }
}

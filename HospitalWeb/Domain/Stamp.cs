namespace HospitalWeb.Domain;

/// <summary>Who did something and when (UTC). The name is kept as it was then: it is printed on paper that outlives the account.</summary>
public sealed record Stamp(Guid AccountId, string Name, DateTimeOffset At)
{
    public const int NameMaxLength = 200;
}

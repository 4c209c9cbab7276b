namespace HospitalWeb.Domain.Content;

/// <summary>One version of the privacy policy. At most one is active; what it said stays readable afterwards.</summary>
public sealed class PrivacyPolicy
{
    public const int EditionMaxLength = 20;
    public const int BodyMaxLength = 50_000;

    public Guid Id { get; private set; }
    /// <summary>As people name it, such as "2.1".</summary>
    public required string Edition { get; init; }
    public required string Title { get; init; }
    public required string Body { get; init; }
    public required DateOnly EffectiveFrom { get; init; }
    public PolicyStatus Status { get; private set; }

    /// <summary>Puts this policy in force and retires the one before.</summary>
    public void Activate(PrivacyPolicy? current)
    {
        BrokenRule.When(Status == PolicyStatus.Active, "This policy is already active.");
        if (current is not null) current.Status = PolicyStatus.Retired;
        Status = PolicyStatus.Active;
    }
}

public enum PolicyStatus { Draft, Active, Retired }

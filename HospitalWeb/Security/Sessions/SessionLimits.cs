namespace HospitalWeb.Security.Sessions;

/// <summary>How long a session may lie untouched before it is locked, and how long it lasts at all.</summary>
public sealed class SessionLimits(IConfiguration settings)
{
    public const int FewestIdleMinutes = 5, MostIdleMinutes = 30;

    public TimeSpan Idle { get; } = TimeSpan.FromMinutes(Math.Clamp(settings.GetValue("Session:IdleMinutes", 15), FewestIdleMinutes, MostIdleMinutes));
    public TimeSpan Whole { get; } = TimeSpan.FromHours(12);
    /// <summary>For how long a proof of who one is counts where a deed asks for it anew.</summary>
    public TimeSpan Fresh { get; } = TimeSpan.FromMinutes(5);
}

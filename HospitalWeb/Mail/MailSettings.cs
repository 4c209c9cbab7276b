namespace HospitalWeb.Mail;

/// <summary>The section Mail of the settings. Without a host, letters become files that Admin › Mail shows.</summary>
public sealed record MailSettings
{
    public string? Host { get; init; }
    public int Port { get; init; } = 25;
    public string From { get; init; } = "hospital@localhost";
    public string? User { get; init; }
    public string? Password { get; init; }
    public bool Tls { get; init; }
    public int TimeoutSeconds { get; init; } = 60;

    public bool HasServer => !string.IsNullOrWhiteSpace(Host);

}

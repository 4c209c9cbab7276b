using HospitalWeb.Domain.Mail;

namespace HospitalWeb.Tests.Support;

public static partial class Given
{
    private static int mails;

    public static OutgoingMail Mail(string? key = null, string to = "ada@example.org", string body = "Your visit is on Monday.", DateTimeOffset? uselessAfter = null, DateTimeOffset? queuedAt = null) => new()
    {
        To = to,
        Subject = "Your visit",
        Body = body,
        Key = key ?? $"test/{Interlocked.Increment(ref mails)}",
        QueuedAt = queuedAt ?? Now,
        UselessAfter = uselessAfter,
    };
}

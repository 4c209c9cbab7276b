using HospitalWeb.Domain;
using HospitalWeb.Domain.Notifications;
using HospitalWeb.Tests.Support;

namespace HospitalWeb.Tests.Domain.Notifications;

public sealed class NotificationTests
{
    private static Notification A(Severity severity) => Notification.To(Guid.NewGuid(), NotificationKind.CriticalResult, severity, "Potassium 6.9 mmol/L", "", null, null, Given.Now);

    [Fact]
    public void A_critical_one_does_not_expire_and_stays_open_until_somebody_says_what_they_did()
    {
        var critical = A(Severity.Critical);
        critical.MarkSeen(Given.Now);

        Assert.Null(critical.ExpiresAt);
        Assert.True(critical.NeedsAcknowledgement);
        Assert.Equal("Say what you did about it.", Assert.Throws<BrokenRule>(() => critical.Acknowledge(" ", Given.AtTheBench)).Message);

        critical.Acknowledge("Gave calcium", Given.AtTheBench);
        Assert.False(critical.NeedsAcknowledgement);
        Assert.Equal((Given.AtTheBench, Given.Now.AddDays(90)), (critical.Acknowledged, critical.ExpiresAt));
    }

    [Fact]
    public void Any_other_expires_after_ninety_days() => Assert.Equal(Given.Now.AddDays(90), A(Severity.Medium).ExpiresAt);

    [Fact]
    public void It_is_acknowledged_once()
    {
        var critical = A(Severity.Critical);
        critical.Acknowledge("Rang the ward", Given.AtTheBench);

        Assert.Throws<BrokenRule>(() => critical.Acknowledge("Again", Given.SecondAtTheBench));
    }
}

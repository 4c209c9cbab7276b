using HospitalWeb.Domain;
using HospitalWeb.Domain.Content;

namespace HospitalWeb.Tests.Domain.Content;

public sealed class PrivacyPolicyTests
{
    private static PrivacyPolicy Policy(string edition) => new() { Edition = edition, Title = "Privacy", Body = "We keep your record.", EffectiveFrom = new(2026, 1, 1) };

    [Fact]
    public void A_new_policy_retires_the_one_before()
    {
        var (first, second) = (Policy("1"), Policy("2"));
        first.Activate(null);

        second.Activate(first);

        Assert.Equal((PolicyStatus.Retired, PolicyStatus.Active), (first.Status, second.Status));
        Assert.Throws<BrokenRule>(() => second.Activate(null));
    }
}

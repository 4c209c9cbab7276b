using HospitalWeb.Security;
using HospitalWeb.Tests.Support;

namespace HospitalWeb.Tests.Areas.Admin;

public sealed class SystemTests(HospitalApp app) : PageTest(app)
{
    [Fact]
    public async Task The_health_of_the_system_is_said_in_words_with_few_commands()
    {
        var browser = As(Role.Admin);
        var page = await browser.Open("/admin");

        Assert.Equal(["Database", "Jobs", "Mail", "Audit trail", "Disk"], page.Texts("tbody th"));
        Assert.InRange(await CommandsOf(() => browser.Open("/admin")), 1, 4);
    }
}

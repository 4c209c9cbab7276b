using System.Net;
using HospitalWeb.Data;
using HospitalWeb.Data.Patients;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Audit;

/// <summary>A trail that takes no entries: then nothing is shown and nothing is done.</summary>
public sealed class AuditClosedTests(TestServer server, HospitalApp app) : PageTest(app)
{
    [Fact]
    public async Task A_chart_is_not_shown()
    {
        var patient = Given.Patient("Unseen");
        await App.Save(patient);
        var browser = As(Role.Doctor, practitioner: Guid.NewGuid());

        var page = await WithoutTrail(() => browser.Open($"/doctor/patients/{patient.Id}"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
        Assert.DoesNotContain("Unseen", page.Document.Source.Text, StringComparison.Ordinal);
        Assert.Contains("Reference", page.Main, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_change_is_not_saved()
    {
        var patient = Given.Patient("Unchanged");
        await App.Save(patient);
        var page = await As(Role.Receptionist).Open($"/reception/patients/{patient.Id}/edit");

        page = await WithoutTrail(() => page.Submit(("Input.FamilyName", "Changed")));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
        Assert.Equal("Unchanged", await App.UsingDb(db => db.Patients.Where(p => p.Id == patient.Id).Select(p => p.FamilyName).SingleAsync()));
    }

    private async Task<Browser.Page> WithoutTrail(Func<Task<Browser.Page>> work)
    {
        await Sql(server.Provider == DatabaseProvider.SqlServer
            ? "ALTER TABLE \"AuditEntry\" WITH NOCHECK ADD CONSTRAINT \"CK_Closed\" CHECK (\"Sequence\" < 0)"
            : "ALTER TABLE \"AuditEntry\" ADD CONSTRAINT \"CK_Closed\" CHECK (\"Sequence\" < 0) NOT VALID");
        try
        {
            return await work();
        }
        finally
        {
            await Sql("ALTER TABLE \"AuditEntry\" DROP CONSTRAINT \"CK_Closed\"");
        }
    }

    private Task Sql(string sql) => App.UsingDb(db => db.Database.ExecuteSqlRawAsync(sql));
}

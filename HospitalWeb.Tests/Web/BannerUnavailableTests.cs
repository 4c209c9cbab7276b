using System.Data.Common;
using HospitalWeb.Data;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HospitalWeb.Tests.Web;

/// <summary>The question behind the banner fails, and nothing else.</summary>
public sealed class BannerUnavailableTests(TestServer server) : IAsyncLifetime
{
    private readonly HospitalApp app = new(server) { Changes = { services => services.ConfigureDbContext<PostgresHospitalContext>(db => db.AddInterceptors(new NoBanner())) } };

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task It_says_that_allergies_are_unavailable_and_never_that_there_are_none()
    {
        var patient = Given.Patient();
        patient.RecordNoKnownAllergies(Given.By("Nora"));
        await app.Save(patient);
        var client = app.CreateClient();
        client.DefaultRequestHeaders.Add(HeaderSignIn.RoleHeader, nameof(Role.Nurse));

        var page = await new Browser(client).Open($"/nurse/patients/{patient.Id}/flags/raise");

        Assert.Equal("Patient details unavailable Allergies unavailable", page.Text("main > .hw-banner:first-child"));
        Assert.DoesNotContain("No known", page.Document.Source.Text, StringComparison.Ordinal);
    }

    private sealed class NoBanner : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData data, InterceptionResult<DbDataReader> result, CancellationToken token = default) =>
            command.CommandText.Contains("\"AllergyReviewed", StringComparison.Ordinal) && command.CommandText.Contains("\"Notification\"", StringComparison.Ordinal) ? throw new Npgsql.NpgsqlException("gone") : new(result);
    }
}

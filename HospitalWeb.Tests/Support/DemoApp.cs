using HospitalWeb.Domain.Patients;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Support;

/// <summary>One demo hospital, made once for all tests of the class.</summary>
public sealed class DemoApp(TestServer server) : IAsyncLifetime
{
    public HospitalApp App { get; } = Make(server);

    public static HospitalApp Make(TestServer server)
    {
        var app = new HospitalApp(server) { Settings = { ["Demo:Fill"] = "true", ["Demo:Password"] = "a password for tests" } };
        app.UseDatabase(server.Empty());
        return app;
    }

    public async ValueTask InitializeAsync() => await App.UsingDb(db => db.Set<Patient>().CountAsync());

    public ValueTask DisposeAsync() => App.DisposeAsync();
}

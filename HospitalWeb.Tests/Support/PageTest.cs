using System.Security.Claims;
using HospitalWeb.Audit;
using HospitalWeb.Security;
using HospitalWeb.Security.Links;
using HospitalWeb.Web;
using HospitalWeb.Web.Clinical;

namespace HospitalWeb.Tests.Support;

/// <summary>A test of pages: the real program, a real database, forms sent as a browser would send them.</summary>
public abstract class PageTest(HospitalApp app) : IClassFixture<HospitalApp>
{
    protected HospitalApp App => app;

    protected Browser As(Role role, Guid? practitioner = null, Guid? patient = null, Guid? account = null)
    {
        var client = app.CreateClient();
        client.DefaultRequestHeaders.Add(HeaderSignIn.RoleHeader, role.ToString());
        if (account is { } a) client.DefaultRequestHeaders.Add(HeaderSignIn.AccountHeader, a.ToString());
        if (practitioner is { } d) client.DefaultRequestHeaders.Add(HeaderSignIn.PractitionerHeader, d.ToString());
        if (patient is { } p) client.DefaultRequestHeaders.Add(HeaderSignIn.PatientHeader, p.ToString());
        return new(client);
    }

    protected Browser Anonymous() => new(app.CreateClient());

    /// <summary>A page, and how many database commands it took to answer: what is done after the answer waits until they are counted.</summary>
    protected async Task<(Browser.Page Page, int Commands)> BeforeTheAnswerAsync(Func<Task<Browser.Page>> ask)
    {
        var answered = new TaskCompletionSource();
        await App.Services.GetRequiredService<Afterwards>().DoAsync(new Actor(null, "Test", ""), _ => answered.Task);
        App.Commands.Clear();
        var page = await ask();
        var commands = App.Commands.Count;
        answered.SetResult();
        await App.Settled();
        return (page, commands);
    }

    /// <summary>How many database commands the work took, in a program that knows its hospital, its roles and who is here already.</summary>
    protected async Task<int> CommandsOf(Func<Task> work)
    {
        Assert.NotNull(app.Services.GetRequiredService<FacilityBook>().Current);
        app.Services.GetRequiredService<RolePermissions>().Allow(new(new ClaimsIdentity([new(ClaimTypes.Role, nameof(Role.Nurse))])), Permission.EnterNurse);
        await app.Services.GetRequiredService<NamesHere>().OfAsync(Guid.Empty, "");
        app.Commands.Clear();
        await work();
        TestContext.Current.TestOutputHelper?.WriteLine(app.Commands.ToString());
        return app.Commands.Count;
    }
}

using System.Net;
using HospitalWeb.Data.Access;
using HospitalWeb.Data.Billing;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Access;
using HospitalWeb.Domain.Audit;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Data.Patients;
using HospitalWeb.Data.Audit;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Access;

/// <summary>In a whole hospital, everything of one patient asked for under another, by every role that may open such pages.</summary>
public sealed class ObjectTests(TestServer server) : IAsyncLifetime
{
    private readonly HospitalApp app = Make(server);

    // The demo hospital has too few problems to try with.
    public async ValueTask InitializeAsync()
    {
        await app.UsingDb(ProblemsAsync);
        // Whose patient somebody is, is a test of its own: here everybody may open everybody, and still nobody another's things.
        await app.OpenAnyChartAsync(true);
    }

    private static async Task ProblemsAsync(HospitalWeb.Data.HospitalContext db)
    {
        foreach (var patient in await db.Patients.Where(p => p.DiedAt == null).Take(2).ToListAsync())
            db.Add(Condition.Add(patient, null, new(CodedConcept.Icd10Cm, "I10", "Essential hypertension"), null, null, [], DateOnly.FromDateTime(Given.Now.Date), Given.Receptionist));
        await db.SaveChangesAsync();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task What_is_another_patients_is_as_if_it_were_not_there_and_the_trail_says_who_asked()
    {
        var matrix = new ObjectMatrix(app);
        await matrix.ReadAsync();
        var headers = new Walk(app, 1);
        var portal = Guid.Parse((await headers.HeadersOfAsync(Role.Patient))[HeaderSignIn.PatientHeader]);
        var trespasses = matrix.Everything(portal).ToList();
        var (before, entries) = (await app.HashesAsync(), await app.UsingDb(db => db.AuditEntries.MaxAsync(e => e.Sequence)));

        var wrong = await matrix.WrongAsync(trespasses, headers.HeadersOfAsync);

        TestContext.Current.TestOutputHelper?.WriteLine($"{trespasses.Count} requests for what is another's, {trespasses.Select(t => t.Foreign).Distinct().Count()} things");
        Assert.True(wrong.Count == 0, $"{wrong.Count} answers are wrong:\n{string.Join('\n', wrong.Take(60))}");
        // So many ids tried are told to those who review access, and that is all that changes.
        await app.Settled();
        Assert.Equal(["AccessAlarm", "Notification"], (await app.HashesAsync()).ChangedSince(before));
        Assert.Equal([], ObjectMatrix.Unknown());
        Assert.Equal([], matrix.Missing());
        Assert.InRange(trespasses.Count, 700, int.MaxValue);
        var written = await app.UsingDb(db => db.AuditEntries.Where(e => e.Sequence > entries && e.Action == AuditAction.AccessDenied).Select(e => new { e.EntityId, e.Path }).ToListAsync());
        Assert.Equal([], trespasses.Where(t => t.Method != "POST").Where(t => !written.Exists(e => e.EntityId == t.Foreign.ToString() && e.Path == $"{t.Method} {t.Path.Split('?')[0]}")).Select(t => t.ToString()));
    }

    [Fact]
    public async Task A_proxy_opens_one_patient_and_finds_nothing_of_another_there_and_nothing_at_all_when_the_right_is_over()
    {
        var matrix = new ObjectMatrix(app);
        await matrix.ReadAsync();
        var headers = new Walk(app, 1);
        var who = await headers.HeadersOfAsync(Role.Patient);
        var (own, account) = (Guid.Parse(who[HeaderSignIn.PatientHeader]), Guid.Parse(who[HeaderSignIn.AccountHeader]));
        var today = DateOnly.FromDateTime(app.Clock.Now.Date);
        var (ward, proxy) = await app.UsingDb(async db =>
        {
            var bills = db.Bills;
            var other = await db.Patients.Where(p => p.Id != own && p.DiedAt == null && bills.Any(b => b.PatientId == p.Id && b.Number != null)).OrderBy(p => p.Number).FirstAsync();
            var right = PatientProxy.Grant(other, new(account, own, "Proxy"), new(ProxyRelationship.Chosen, ProxyScope.Record, "Consent", today), today, day => new(day.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero), Given.Receptionist);
            db.Add(right);
            await db.SaveChangesAsync();
            return (other.Id, right.Id);
        });
        var trespasses = matrix.Everything(ward).Where(t => t.Role == Role.Patient).Select(t => t with { Path = $"/for/{ward}{t.Path}", PathOfNobody = $"/for/{ward}{t.PathOfNobody}" }).ToList();

        var wrong = await matrix.WrongAsync(trespasses, headers.HeadersOfAsync);

        TestContext.Current.TestOutputHelper?.WriteLine($"{trespasses.Count} requests of a proxy for what is another's");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(60)));
        Assert.InRange(trespasses.Count, 100, int.MaxValue);
        using var client = app.Server.CreateClient();
        foreach (var (name, value) in who) client.DefaultRequestHeaders.Add(name, value);
        var theirs = $"/for/{ward}/patient/bills";
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(theirs)).StatusCode);
        await app.UsingDb(async db =>
        {
            (await db.PatientProxies.SingleAsync(p => p.Id == proxy)).End(Given.Receptionist with { At = app.Clock.Now });
            await db.SaveChangesAsync();
        });
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(theirs)).StatusCode);
    }

    internal static HospitalApp Make(TestServer server)
    {
        var app = DemoApp.Make(server);
        app.Changes.Add(Matrix.TakeEveryForm);
        return app;
    }
}

using HospitalWeb.Audit;
using HospitalWeb.Data.Audit;
using HospitalWeb.Data.Mail;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Audit;

/// <summary>Each program remembers where it left the end of the chain; what it chains to an end that is none any more is never kept.</summary>
public sealed class AuditEndTests(TestServer server, HospitalApp app) : PageTest(app)
{
    [Fact]
    public async Task Two_programs_at_once_make_one_chain()
    {
        await using var other = Other();

        await Task.WhenAll(Enumerable.Range(0, 64).Select(n => (n % 2 == 0 ? App : other).Save(Given.Mail())));

        await AssertWhole();
    }

    [Fact]
    public async Task Saves_that_are_undone_leave_no_gap_for_those_that_run_beside_them()
    {
        await Task.WhenAll(Enumerable.Range(0, 64).Select(n => n % 2 == 0 ? App.Save(Given.Mail()) : Undone()));

        await AssertWhole();
    }

    [Fact]
    public async Task The_end_is_asked_for_only_after_another_program_has_moved_it()
    {
        await using var other = Other();
        var patient = Given.Patient("Opened");
        await App.Save(patient);
        var (chart, doctor) = ($"/doctor/patients/{patient.Id}", As(Role.Doctor, practitioner: Guid.NewGuid()));
        for (var i = 0; i < 2; i++) await doctor.Open(chart);

        var usual = await CommandsOf(() => doctor.Open(chart));
        await other.Save(Given.Mail());
        List<int> after = [];
        for (var i = 0; i < 4; i++) after.Add(await CommandsOf(() => doctor.Open(chart)));

        // Refused, asked for, written; asked for once more, and found where it was left.
        Assert.Equal([usual + 2, usual + 1, usual, usual], after);
        await AssertWhole();
    }

    private HospitalApp Other()
    {
        var other = new HospitalApp(server);
        other.UseDatabase(App.Database);
        return other;
    }

    private Task Undone() => App.UsingDb(async db =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        db.Add(Given.Mail());
        await db.SaveChangesAsync();
        await transaction.RollbackAsync();
    });

    private async Task AssertWhole()
    {
        await using var scope = App.Services.CreateAsyncScope();
        Assert.Null((await scope.ServiceProvider.GetRequiredService<AuditVerification>().RunAsync(CancellationToken.None)).Fault);
        var (mails, entries) = await App.UsingDb(async db => (await db.OutgoingMails.CountAsync(), await db.AuditEntries.CountAsync(entry => entry.EntityType == "OutgoingMail")));
        Assert.Equal(mails, entries);
    }
}

using HospitalWeb.Audit;
using HospitalWeb.Data;
using HospitalWeb.Data.Audit;
using HospitalWeb.Domain.Audit;
using HospitalWeb.Jobs;
using HospitalWeb.Tests.Jobs;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Audit;

/// <summary>A trail that began in 2018, long enough ago for its first months to leave.</summary>
public sealed class AuditSegmentTests(TestServer server) : IAsyncLifetime
{
    private static readonly DateTimeOffset Today = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private readonly HospitalApp app = new(server);

    public async ValueTask InitializeAsync()
    {
        app.Settings["Audit:Key"] = "hG1s0Qm7nYp0w0xv1n7tTQ3i1c2m5w8Zr9k4e6b2a0c=";
        await app.InitializeAsync();
        await ForgetAsync();
        await Write(new(2018, 1, 10, 0, 0, 0, TimeSpan.Zero), 3);
        await Write(new(2018, 3, 10, 0, 0, 0, TimeSpan.Zero), 2);
        await Write(new(2026, 1, 10, 0, 0, 0, TimeSpan.Zero), 4);
        await Write(Today, 1);
    }

    private Task ForgetAsync()
    {
        var nothing = server.Provider == DatabaseProvider.SqlServer ? "0x" : "''";
        return app.PastGuardsAsync("AuditEntry", $"DELETE FROM \"AuditEntry\"; UPDATE \"AuditHead\" SET \"Sequence\" = 0, \"Hash\" = {nothing}, \"Seal\" = {nothing}");
    }

    [Fact]
    public async Task Each_month_that_is_over_is_sealed_once_and_to_the_one_before()
    {
        await app.Run<SealMonths>();
        await app.Run<SealMonths>();

        var segments = await Segments();
        Assert.Equal([(new(2018, 1, 1), 1, 3), (new(2018, 3, 1), 4, 5), (new(2026, 1, 1), 6, 9)], segments.Select(s => (s.Month, s.FirstSequence, s.LastSequence)));
        Assert.Equal(segments.Select(s => s.Seal).SkipLast(1), segments.Select(s => s.PreviousSeal).Skip(1));
        Assert.Null((await Verdict()).Fault);
    }

    [Fact]
    public async Task Months_old_enough_leave_for_the_archive_and_the_trail_is_still_whole()
    {
        await app.Run<SealMonths>();

        var said = await Archive();

        Assert.Contains("3 entries of 2018-01 are now in the archive alone.", said, StringComparison.Ordinal);
        Assert.Equal([6L, 7, 8, 9, 10], (await Sequences())[..5]);
        Assert.Null((await Verdict()).Fault);
        Assert.DoesNotContain("2018", await Archive(), StringComparison.Ordinal);
        Assert.True(await app.UsingDb(db => db.AuditEntries.AnyAsync(e => e.Action == AuditAction.Archive && e.EntityId == "2018-01-01")));
    }

    [Fact]
    public void The_setting_keeps_them_longer_but_never_shorter()
    {
        var segment = new AuditSegment { Month = new(2018, 1, 1), FirstSequence = 1, LastSequence = 1, Count = 1, Hash = [], PreviousSeal = [], Seal = [] };

        Assert.True(segment.MayLeave(new(2025, 2, 1, 0, 0, 0, TimeSpan.Zero), 7));
        Assert.False(segment.MayLeave(new(2025, 1, 31, 23, 59, 0, TimeSpan.Zero), 1));
        Assert.False(segment.MayLeave(new(2025, 2, 1, 0, 0, 0, TimeSpan.Zero), 10));
    }

    [Fact]
    public async Task A_file_that_was_changed_keeps_its_month_in_the_database()
    {
        await app.Run<SealMonths>();
        app.Clock.Now = new(2018, 5, 1, 0, 0, 0, TimeSpan.Zero);
        await Archive();
        app.Clock.Now = Today;
        var first = (await Segments())[0];
        var file = await Using<AuditArchive, string>(archive => Task.FromResult(archive.FileOf(first)));
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("System", "Nobody", StringComparison.Ordinal));

        Assert.Contains("was changed or is not whole", await Archive(), StringComparison.Ordinal);
        Assert.Equal(1, (await Sequences())[0]);
    }

    [Theory]
    [InlineData("DELETE FROM \"AuditEntry\" WHERE \"Sequence\" = 6")]
    [InlineData("DELETE FROM \"AuditSegment\"")]
    [InlineData("UPDATE \"AuditSegment\" SET \"Count\" = 1")]
    [InlineData("DELETE FROM \"AuditHead\"")]
    public async Task The_database_refuses_to_lose_what_is_younger_or_the_seals(string sql)
    {
        await app.Run<SealMonths>();

        var refusal = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => app.UsingDb(db => db.Database.ExecuteSqlRawAsync(sql)));

        Assert.Contains("never changed or deleted", refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>The database counts the years by the machine's clock.</summary>
    [Fact]
    public async Task Sealed_months_leave_the_database_after_seven_years_and_not_a_month_before()
    {
        await ForgetAsync();
        var sevenYearsAgo = TimeProvider.System.GetUtcNow().AddYears(-7);
        await Write(sevenYearsAgo.AddMonths(-2), 1);
        await Write(sevenYearsAgo.AddMonths(1), 1);
        await Write(Today, 1);
        await app.Run<SealMonths>();

        await app.RunRawAsync("DELETE FROM \"AuditEntry\" WHERE \"Sequence\" = 1");
        var refusal = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => app.RunRawAsync("DELETE FROM \"AuditEntry\" WHERE \"Sequence\" = 2"));

        Assert.Contains("never changed or deleted", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_beginning_that_was_cut_off_though_it_is_young_is_found()
    {
        await app.Run<SealMonths>();
        await app.PastGuardsAsync("AuditEntry", "DELETE FROM \"AuditEntry\" WHERE \"Sequence\" <= 9");

        Assert.Equal(new(1, "is missing"), (await Verdict()).Fault);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task Write(DateTimeOffset at, int count)
    {
        app.Clock.Now = at;
        for (var i = 0; i < count; i++) await app.Save(Given.Mail());
    }

    private Task<List<AuditSegment>> Segments() => app.UsingDb(db => db.AuditSegments.AsNoTracking().OrderBy(s => s.Month).ToListAsync());

    private Task<List<long>> Sequences() => app.UsingDb(db => db.AuditEntries.OrderBy(e => e.Sequence).Select(e => e.Sequence).ToListAsync());

    private Task<AuditVerdict> Verdict() => Using<AuditVerification, AuditVerdict>(verification => verification.RunAsync(CancellationToken.None));

    private Task<string> Archive() => Using<AuditArchive, string>(async archive =>
    {
        var output = new StringWriter();
        await archive.RunAsync(output, CancellationToken.None);
        return output.ToString();
    });

    private async Task<TResult> Using<T, TResult>(Func<T, Task<TResult>> work) where T : notnull
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<T>());
    }
}

using HospitalWeb.Audit;
using HospitalWeb.Data;
using HospitalWeb.Data.Audit;
using HospitalWeb.Data.Mail;
using HospitalWeb.Jobs;
using HospitalWeb.Tests.Jobs;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Audit;

/// <summary>Each test tampers with a hospital of its own, as somebody could who owns the database.</summary>
public sealed class AuditVerificationTests(TestServer server) : IAsyncLifetime
{
    private readonly HospitalApp app = new(server);

    public async ValueTask InitializeAsync()
    {
        app.Settings["Audit:Key"] = "hG1s0Qm7nYp0w0xv1n7tTQ3i1c2m5w8Zr9k4e6b2a0c=";
        await app.InitializeAsync();
        // What the copied hospital wrote was sealed with another key: this trail begins here.
        await Tamper("DELETE FROM \"AuditEntry\"; UPDATE \"AuditHead\" SET \"Sequence\" = 0, \"Hash\" = '', \"Seal\" = ''");
        for (var i = 0; i < 6; i++) await app.Save(Given.Mail());
    }

    [Fact]
    public async Task A_trail_that_nobody_touched_is_whole() => Assert.Equal(new(6, null), await Verdict());

    [Fact]
    public async Task A_changed_entry_is_found() =>
        Assert.Equal("Entry 3 was changed, moved or put in by hand", await AfterTampering("UPDATE \"AuditEntry\" SET \"AccountName\" = 'Nobody' WHERE \"Sequence\" = 3"));

    [Fact]
    public async Task A_removed_entry_is_found() => Assert.Equal("Entry 4 is missing", await AfterTampering("DELETE FROM \"AuditEntry\" WHERE \"Sequence\" = 4"));

    [Fact]
    public async Task Entries_that_changed_places_are_found() =>
        Assert.Equal("Entry 2 was changed, moved or put in by hand", await AfterTampering(
            "UPDATE \"AuditEntry\" SET \"Sequence\" = 99 WHERE \"Sequence\" = 2; UPDATE \"AuditEntry\" SET \"Sequence\" = 2 WHERE \"Sequence\" = 5; UPDATE \"AuditEntry\" SET \"Sequence\" = 5 WHERE \"Sequence\" = 99"));

    [Fact]
    public async Task An_entry_put_in_at_the_end_is_found() =>
        Assert.Equal("Entry 7 was put in by hand after the end of the trail", await AfterTampering(Copy(6, 7)));

    [Fact]
    public async Task A_cut_off_end_is_found() => Assert.Equal("Entry 5 is missing: the trail was cut off, 6 entries were written", await AfterTampering("DELETE FROM \"AuditEntry\" WHERE \"Sequence\" > 4"));

    [Fact]
    public async Task A_cut_off_end_is_found_when_the_head_was_set_back_as_well() =>
        Assert.Equal("Entry 4 cannot be judged: the end of the trail was changed by hand", await AfterTampering(
            "DELETE FROM \"AuditEntry\" WHERE \"Sequence\" > 4; UPDATE \"AuditHead\" SET \"Sequence\" = 4, \"Hash\" = (SELECT \"Hash\" FROM \"AuditEntry\" WHERE \"Sequence\" = 4)"));

    [Fact]
    public async Task A_cut_off_end_is_found_even_when_an_old_head_is_put_back_whole()
    {
        var head = await app.UsingDb(db => db.AuditHeads.AsNoTracking().SingleAsync());
        await app.Save(Given.Mail());
        var later = await app.UsingDb(db => db.AuditHeads.AsNoTracking().SingleAsync());
        app.Services.GetRequiredService<AuditKey>().Remember(later.Sequence, later.Hash);

        var verdict = await AfterTampering($"DELETE FROM \"AuditEntry\" WHERE \"Sequence\" > 6; UPDATE \"AuditHead\" SET \"Sequence\" = 6, \"Hash\" = {Hex(head.Hash)}, \"Seal\" = {Hex(head.Seal)}");

        Assert.Equal("Entry 7 is missing: the trail was cut off, 7 entries were written", verdict);
    }

    [Fact]
    public async Task An_old_copy_of_the_whole_database_is_found_by_the_anchors()
    {
        var old = await app.UsingDb(db => db.AuditHeads.AsNoTracking().SingleAsync());
        await app.Save(Given.Mail());
        await app.Run<AnchorTrail>();

        var verdict = await AfterTampering($"DELETE FROM \"AuditEntry\" WHERE \"Sequence\" > 6; UPDATE \"AuditHead\" SET \"Sequence\" = 6, \"Hash\" = {Hex(old.Hash)}, \"Seal\" = {Hex(old.Seal)}");

        Assert.Equal("Entry 7 is missing: the trail was cut off, 7 entries were written", verdict);
    }

    [Fact]
    public async Task An_old_copy_that_went_on_being_written_is_found_by_the_anchors()
    {
        var old = await app.UsingDb(db => db.AuditHeads.AsNoTracking().SingleAsync());
        await app.Save(Given.Mail());
        await app.Run<AnchorTrail>();
        await Tamper($"DELETE FROM \"AuditEntry\" WHERE \"Sequence\" > 6; UPDATE \"AuditHead\" SET \"Sequence\" = 6, \"Hash\" = {Hex(old.Hash)}, \"Seal\" = {Hex(old.Seal)}");
        await app.Save(Given.Mail(), Given.Mail());

        Assert.Equal("Entry 7 is not the entry that was there before", await AfterTampering("SELECT 1"));
    }

    [Fact]
    public async Task An_anchor_changed_by_hand_is_found()
    {
        await app.Run<AnchorTrail>();
        var file = Assert.Single(Directory.GetFiles(app.Services.GetRequiredService<AuditAnchors>().Folder));
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace(" 6 ", " 5 ", StringComparison.Ordinal));

        Assert.Equal("Entry 0 cannot be judged: line 1 of 2026-03.anchors was changed by hand", await AfterTampering("SELECT 1"));
    }

    [Theory]
    [InlineData("\"At\" = '2020-01-01T00:00:00Z'"), InlineData("\"AccountId\" = 'aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa'"), InlineData("\"Roles\" = 'x'"), InlineData("\"Action\" = 'Read'"), InlineData("\"EntityType\" = 'x'"), InlineData("\"EntityId\" = 'x'")]
    [InlineData("\"PatientId\" = 'aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa'"), InlineData("\"Changes\" = NULL"), InlineData("\"Path\" = 'x'"), InlineData("\"IpAddress\" = 'x'"), InlineData("\"UserAgent\" = 'x'"), InlineData("\"Session\" = 'x'"), InlineData("\"Reference\" = 'x'")]
    [InlineData("\"Outcome\" = 'Failed'"), InlineData("\"Reason\" = 'x'"), InlineData("\"Severity\" = 3"), InlineData("\"IsSecurity\" = true")]
    public async Task No_column_can_be_changed_unseen(string change) =>
        Assert.Equal("Entry 3 was changed, moved or put in by hand", await AfterTampering($"UPDATE \"AuditEntry\" SET {(server.Provider == DatabaseProvider.SqlServer ? change.Replace("true", "1", StringComparison.Ordinal) : change)} WHERE \"Sequence\" = 3"));

    [Fact]
    public async Task With_the_end_changed_by_hand_nothing_more_is_saved()
    {
        await Tamper("UPDATE \"AuditHead\" SET \"Sequence\" = 4");
        var mail = Given.Mail();

        await Assert.ThrowsAsync<AuditUnavailable>(() => app.Save(mail));

        Assert.False(await app.UsingDb(db => db.OutgoingMails.AnyAsync(m => m.Id == mail.Id)));
    }

    [Fact]
    public async Task The_command_says_what_it_found_and_fails()
    {
        await Tamper("DELETE FROM \"AuditEntry\" WHERE \"Sequence\" = 4");
        await using var scope = app.Services.CreateAsyncScope();
        var output = new StringWriter();

        var exit = await scope.ServiceProvider.GetRequiredService<AuditVerification>().PrintAsync(output, CancellationToken.None);

        Assert.Equal((1, "Entry 4 is missing. 3 entries before it are whole."), (exit, output.ToString().Trim()));
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task<string> AfterTampering(string sql)
    {
        await Tamper(sql);
        return (await Verdict()).Fault is { } fault ? $"Entry {fault.Sequence} {fault.Reason}" : "whole";
    }

    private async Task<AuditVerdict> Verdict()
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AuditVerification>().RunAsync(CancellationToken.None);
    }

    private Task Tamper(string sql) => app.PastGuardsAsync("AuditEntry", server.Provider == DatabaseProvider.SqlServer ? sql.Replace("''", "0x", StringComparison.Ordinal) : sql);

    private string Hex(byte[] bytes) => server.Provider == DatabaseProvider.SqlServer ? $"0x{Convert.ToHexString(bytes)}" : $"'\\x{Convert.ToHexString(bytes)}'";

    private static string Copy(long from, long to)
    {
        const string Rest = "\"At\", \"AccountName\", \"Roles\", \"Action\", \"EntityType\", \"EntityId\", \"Changes\", \"Path\", \"IpAddress\", \"UserAgent\", \"Outcome\", \"Severity\", \"IsSecurity\", \"PreviousHash\", \"Hash\", \"Version\"";
        return $"INSERT INTO \"AuditEntry\" (\"Sequence\", {Rest}) SELECT {to}, {Rest} FROM \"AuditEntry\" WHERE \"Sequence\" = {from}";
    }
}

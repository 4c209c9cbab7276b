using System.Text.Json;
using HospitalWeb.Audit;
using HospitalWeb.Data;
using HospitalWeb.Data.Audit;
using HospitalWeb.Data.Mail;
using HospitalWeb.Domain.Audit;
using HospitalWeb.Domain.Mail;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Audit;

public sealed class AuditTrailTests(HospitalApp app) : PageTest(app)
{
    [Fact]
    public async Task A_new_row_is_written_down_with_what_it_holds_and_who_made_it()
    {
        var mail = Given.Mail();

        await App.Save(mail);

        var entry = Assert.Single(await EntriesOf(mail));
        Assert.Equal(AuditAction.Create, entry.Action);
        Assert.Equal("System", entry.AccountName);
        Assert.Equal(App.Clock.Now, entry.At);
        Assert.Equal("ada@example.org", After(entry, "To"));
        Assert.Equal("Queued", After(entry, "Status"));
    }

    [Fact]
    public async Task A_change_is_written_down_before_and_after_and_nothing_else_is()
    {
        var mail = Given.Mail();
        await App.Save(mail);

        await App.UsingDb(async db =>
        {
            (await db.OutgoingMails.SingleAsync(m => m.Id == mail.Id)).LeaveUnconfirmed("No answer");
            await db.SaveChangesAsync();
        });

        var entry = (await EntriesOf(mail))[^1];
        Assert.Equal("""{"Error":{"before":null,"after":"No answer"},"Status":{"before":"Queued","after":"Unconfirmed"}}""", entry.Changes);
    }

    [Fact]
    public async Task A_change_inside_a_document_is_written_down_too()
    {
        await App.UsingDb(async db =>
        {
            var role = await db.Roles.SingleAsync(r => r.Name == "Radiographer");
            role.Grants = new() { Permissions = [.. role.Grants.Permissions, HospitalWeb.Security.Permission.EnterNurse] };
            await db.SaveChangesAsync();
        });

        var entry = await App.UsingDb(db => db.AuditEntries.OrderBy(e => e.Sequence).LastAsync(e => e.EntityType == "AccountRole"));
        Assert.Equal("""{"Grants.Permissions":{"before":["EnterLab"],"after":["EnterLab","EnterNurse"]}}""", entry.Changes);
    }

    [Fact]
    public async Task What_is_secret_is_not_kept()
    {
        var mail = Given.Mail(body: "https://hospital/reset?code=s3cret");

        await App.Save(mail);

        Assert.DoesNotContain("s3cret", (await EntriesOf(mail)).Single().Changes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_save_that_is_refused_leaves_neither_row_nor_entry()
    {
        await App.Save(Given.Mail(key: "once"));
        var (before, twice) = (await Last(), Given.Mail(key: "once"));

        await Assert.ThrowsAsync<DbUpdateException>(() => App.Save(twice, Given.Mail()));

        Assert.Equal(before, await Last());
        Assert.Empty(await EntriesOf(twice));
    }

    // SQL Server takes 2,100 values in a command: so many entries need several.
    [Fact]
    public async Task A_save_of_very_many_rows_makes_an_entry_of_each_and_moves_the_end_once()
    {
        var mails = Enumerable.Range(0, 250).Select(_ => Given.Mail()).ToArray();
        var before = await Last();

        await App.Save(mails);

        var entries = await App.UsingDb(db => db.AuditEntries.Where(e => e.Sequence > before).OrderBy(e => e.Sequence).ToListAsync());
        Assert.Equal(mails.Select(mail => mail.Id.ToString()).Order(StringComparer.Ordinal), entries.Select(e => e.EntityId).Order(StringComparer.Ordinal));
        var end = await App.UsingDb(db => db.AuditHeads.SingleAsync());
        Assert.Equal(before + mails.Length, end.Sequence);
        Assert.Equal(entries[^1].Hash, end.Hash);
    }

    [Fact]
    public async Task After_a_save_that_came_too_late_the_next_is_written_down_as_what_it_is()
    {
        var (contested, other) = (Given.Mail(), Given.Mail());
        await App.Save(contested, other);

        await App.UsingDb(async db =>
        {
            var late = await db.OutgoingMails.SingleAsync(m => m.Id == contested.Id);
            await App.UsingDb(quicker => LeaveAsync(quicker, contested, "First"));
            late.LeaveUnconfirmed("Too late");
            await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync());
            Assert.Null(db.Database.CurrentTransaction);
            db.ChangeTracker.Clear();
            await LeaveAsync(db, other, "Next");
        });

        Assert.Equal(["Queued", "First"], (await EntriesOf(contested)).Select(entry => After(entry, entry.Action == AuditAction.Create ? "Status" : "Error")));
        Assert.Equal(["Queued", "Next"], (await EntriesOf(other)).Select(entry => After(entry, entry.Action == AuditAction.Create ? "Status" : "Error")));
    }

    [Fact]
    public async Task When_a_transaction_around_the_save_is_rolled_back_so_is_the_entry()
    {
        var (before, mail) = (await Last(), Given.Mail());

        await App.UsingDb(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Add(mail);
            await db.SaveChangesAsync();
            await transaction.RollbackAsync();
        });

        Assert.Equal(before, await Last());
    }

    [Fact]
    public async Task An_import_writes_one_entry_for_each_batch()
    {
        var before = await Last();

        await App.UsingDb(async db =>
        {
            db.AuditInBulk(AuditAction.Import, "bundle.json");
            db.AddRange(Given.Mail(), Given.Mail(), Given.Mail());
            await db.SaveChangesAsync();
        });

        Assert.Equal(before + 1, await Last());
        var entry = await App.UsingDb(db => db.AuditEntries.SingleAsync(e => e.Sequence == before + 1));
        Assert.Equal((AuditAction.Import, "bundle.json", """{"OutgoingMail":{"Create":3}}"""), (entry.Action, entry.EntityId, entry.Changes));
    }

    [Fact]
    public async Task Many_writers_at_once_make_one_chain_without_gaps()
    {
        await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => App.Save(Given.Mail())));

        var sequences = await App.UsingDb(db => db.AuditEntries.OrderBy(e => e.Sequence).Select(e => e.Sequence).ToListAsync());
        Assert.Equal(Enumerable.Range(1, sequences.Count).Select(n => (long)n), sequences);
    }

    [Theory]
    [InlineData("UPDATE \"AuditEntry\" SET \"AccountName\" = 'Nobody'")]
    [InlineData("DELETE FROM \"AuditEntry\"")]
    [InlineData("TRUNCATE TABLE \"AuditEntry\"")]
    public async Task The_database_itself_refuses_to_change_the_trail(string sql)
    {
        var refusal = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => App.UsingDb(db => db.Database.ExecuteSqlRawAsync(sql)));

        Assert.Contains("never changed or deleted", refusal.Message, StringComparison.Ordinal);
    }

    private Task<List<AuditEntry>> EntriesOf(OutgoingMail mail) => App.UsingDb(db => db.AuditEntries.Where(e => e.EntityId == mail.Id.ToString()).OrderBy(e => e.Sequence).ToListAsync());

    private Task<long> Last() => App.UsingDb(db => db.AuditEntries.MaxAsync(e => e.Sequence));

    private static async Task LeaveAsync(HospitalContext db, OutgoingMail mail, string error)
    {
        (await db.OutgoingMails.SingleAsync(m => m.Id == mail.Id)).LeaveUnconfirmed(error);
        await db.SaveChangesAsync();
    }

    private static string? After(AuditEntry entry, string property) => JsonDocument.Parse(entry.Changes!).RootElement.GetProperty(property).GetProperty("after").GetString();
}

using System.Text.Json;
using System.Text.RegularExpressions;
using HospitalWeb.Data;
using HospitalWeb.Domain.Billing;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Domain.Laboratory;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Pharmacy;
using HospitalWeb.Domain.Prescribing;
using HospitalWeb.Domain.Scheduling;
using HospitalWeb.Domain.Wards;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HospitalWeb.Tests.Demo;

public sealed partial class DemoHospitalTests(DemoApp demo, TestServer server) : IClassFixture<DemoApp>
{
    // Drawn by chance so that nobody can guess them; they say nothing about the hospital.
    private static readonly string[] Secrets = ["PasswordHash", "SecurityStamp", "ConcurrencyStamp", "VerificationCode", "Hash", "Version", "PreviousHash", "Seal"];

    private static readonly string[] Machinery = ["DataKey", "AuditEntry", "AuditHead", "DataProtectionKey", "JobRun"];

    [Fact]
    public async Task The_same_seed_gives_the_same_hospital()
    {
        await using var twin = DemoApp.Make(server);
        var (one, other) = (await demo.App.UsingDb(Contents), await twin.UsingDb(Contents));

        Assert.Equal(one.Keys, other.Keys);
        Assert.Empty(one.SelectMany(table => table.Value.Zip(other[table.Key]).Where(rows => rows.First != rows.Second).Take(1).Select(rows => $"{table.Key}: {rows}")));
        Assert.True(one.Sum(table => table.Value.Count) > 2000);
    }

    [Fact]
    public async Task Every_note_reads_as_it_was_signed()
    {
        var notes = await demo.App.UsingDb(db => db.Set<ClinicalNote>().AsNoTracking().Include(n => n.Amendments).ToListAsync());

        Assert.Equal([], notes.Where(note => !note.IsAsSigned).Select(note => note.Id));
        Assert.InRange(notes.Count(note => !note.IsDraft), 20, int.MaxValue);
    }

    [Fact]
    public async Task Every_state_of_a_visit_can_be_seen()
    {
        await Has(db => db.Set<Appointment>().Select(a => a.Status), Enum.GetValues<AppointmentStatus>());
        await Has(db => db.Set<ClinicalNote>().Select(n => n.Status), NoteStatus.Draft, NoteStatus.Signed);
        await Has(db => db.Set<Prescription>().Select(p => p.Status), PrescriptionStatus.Draft, PrescriptionStatus.Signed, PrescriptionStatus.PartlyDispensed, PrescriptionStatus.Dispensed, PrescriptionStatus.Cancelled);
        await Has(db => db.Set<LabOrderItem>().Select(i => i.Status), Enum.GetValues<LabItemStatus>());
        await Has(db => db.Set<LabResult>().Select(r => r.Flag), ResultFlag.InRange, ResultFlag.H, ResultFlag.HH);
        await Has(db => db.Set<Bed>().Select(b => b.State), Enum.GetValues<BedState>());
        await Has(db => db.Set<Patient>().Select(p => p.AllergyStatus), Enum.GetValues<AllergyStatus>());
        await Has(db => db.Set<Encounter>().Select(e => e.Status == EncounterStatus.InProgress), true, false);

        var bills = await demo.App.UsingDb(db => db.Set<Bill>().ToListAsync());
        Assert.Equal(Enum.GetValues<BillStatus>(), bills.Select(b => b.Status).Distinct().Order());
    }

    [Fact]
    public async Task The_shelves_hold_goods_past_their_date_near_it_and_too_few_and_the_ledger_is_the_balance()
    {
        var today = DateOnly.FromDateTime(demo.App.Clock.Now.Date);
        var batches = await demo.App.UsingDb(db => db.Set<StockBatch>().Select(b => new { b.ExpiresOn, b.QuantityOnHand, b.Medication.ReorderLevel, Ledger = db.Set<StockMovement>().Where(m => m.BatchId == b.Id).Sum(m => m.Quantity) }).ToListAsync());

        Assert.Contains(batches, b => b.ExpiresOn < today);
        Assert.Contains(batches, b => b.ExpiresOn > today && b.ExpiresOn < today.AddDays(30));
        Assert.Contains(batches, b => b.QuantityOnHand < b.ReorderLevel);
        Assert.All(batches, b => Assert.Equal(b.Ledger, b.QuantityOnHand));
    }

    [Fact]
    public async Task Somebody_of_every_role_can_sign_in_with_the_one_password()
    {
        await using var scope = demo.App.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        foreach (var role in Enum.GetValues<Role>())
        {
            var holders = await accounts.GetUsersInRoleAsync(role.ToString());
            Assert.NotEmpty(holders);
            Assert.True(await accounts.CheckPasswordAsync(holders[0], "a password for tests"));
        }
    }

    [Fact]
    public async Task Numbers_of_bills_and_receipts_have_no_gaps()
    {
        var bills = await demo.App.UsingDb(db => db.Set<Bill>().Where(b => b.Number != null).Select(b => b.Number!.Value).Order().ToListAsync());
        Assert.Equal(Enumerable.Range(1, bills.Count), bills);
    }

    private async Task Has<T>(Func<HospitalContext, IQueryable<T>> states, params T[] expected)
    {
        var found = await demo.App.UsingDb(db => states(db).Distinct().ToListAsync());
        Assert.Empty(expected.Except(found));
    }

    /// <summary>Every row of every table in words, without ids and secrets.</summary>
    private static async Task<SortedDictionary<string, List<string>>> Contents(HospitalContext db)
    {
        var contents = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var table in db.Model.GetEntityTypes().Where(t => !Machinery.Contains(t.ClrType.Name) && !t.HasSharedClrType && !t.IsOwned()))
        {
            var rows = (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(table.ClrType).Invoke(db, [])!;
            contents[table.ClrType.Name] = [.. (await rows.AsNoTracking().ToListAsync()).Select(row => Words(db, table, row)).Order(StringComparer.Ordinal)];
        }
        return contents;
    }

    private static string Words(HospitalContext db, IEntityType table, object row)
    {
        var columns = table.GetProperties().Where(p => !p.IsShadowProperty() && !Secrets.Contains(p.Name) && p.ClrType != typeof(Guid) && p.ClrType != typeof(Guid?)).Select(p => $"{p.Name}={p.GetGetter().GetClrValue(row)}")
            .Concat(table.GetComplexProperties().Select(p => $"{p.Name}={JsonSerializer.Serialize(p.GetGetter().GetClrValue(row))}"));
        return Ids().Replace(string.Join(" | ", columns.Order(StringComparer.Ordinal)), "id");
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Ids();
}

using System.Diagnostics;
using HospitalWeb.Audit;
using HospitalWeb.Data.Audit;
using HospitalWeb.Domain.Audit;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Audit;

/// <summary>A trail that the program wrote, changed in every way and judged by the very chain that judges the database.</summary>
public sealed class AuditMutationTests(HospitalApp app) : PageTest(app)
{
    private const int Mutations = 12_000, Entries = 240;
    private static readonly byte[] Key = [.. Enumerable.Repeat((byte)3, 32)];

    [Fact]
    public async Task Every_one_of_thousands_of_mutations_is_found()
    {
        for (var i = 0; i < 60; i++) await App.Save(Given.Mail());
        var key = App.Services.GetRequiredService<AuditKey>().Bytes;
        var (whole, head) = await App.UsingDb(async db => (await db.AuditEntries.AsNoTracking().OrderBy(e => e.Sequence).ToListAsync(), await db.AuditHeads.AsNoTracking().SingleAsync()));
        whole = whole[..Math.Min(whole.Count, Entries)];
        head = HeadAt(whole[^1], key);
        var evidence = AuditEvidence.None with { Anchors = [new(default, head.Sequence, Convert.ToHexStringLower(head.Hash))] };
        Assert.Null(Fault(whole, head, key, evidence));

        var random = new Random(20260302);
        var tried = new Dictionary<string, int>();
        List<string> missed = [];
        for (var i = 0; i < Mutations; i++)
        {
            var (kind, mutant, end) = Mutate(whole, head, key, random);
            tried[kind] = tried.GetValueOrDefault(kind) + 1;
            if (Fault(mutant, end, key, evidence) is null) missed.Add($"{i}: {kind}");
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", tried.OrderBy(t => t.Key).Select(t => $"{t.Key} {t.Value}")));
        Assert.Equal([], missed);
        Assert.Equal(Mutant.Kinds.Order(), tried.Keys.Order());
    }

    [Fact]
    public void A_million_entries_that_nobody_touched_are_whole_within_a_minute()
    {
        const int Million = 1_000_000;
        AuditHead head = new();
        foreach (var entry in Written(Million)) if (entry.Sequence == Million) head = HeadAt(entry, Key);

        var watch = Stopwatch.StartNew();
        var fault = Fault(Written(Million), head, Key, AuditEvidence.None);

        TestContext.Current.TestOutputHelper?.WriteLine($"{Million} entries written and judged in {watch.Elapsed.TotalSeconds:0.0} s");
        Assert.Null(fault);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    private static (string Kind, IReadOnlyList<AuditEntry> Entries, AuditHead Head) Mutate(List<AuditEntry> whole, AuditHead head, byte[] key, Random random)
    {
        var kind = Mutant.Kinds[random.Next(Mutant.Kinds.Length)];
        var mutant = whole.ToList();
        var at = random.Next(whole.Count - 1);
        var other = (at + 1 + random.Next(whole.Count - 1)) % whole.Count;
        switch (kind)
        {
            case "edit": mutant[at] = Mutant.Edited(whole[at], random); break;
            case "change time": mutant[at] = Mutant.Of(whole[at], at: whole[at].At.AddSeconds(random.Next(1, 100_000))); break;
            case "delete": mutant.RemoveAt(at); break;
            case "insert": mutant.Insert(at, Mutant.Of(whole[other], sequence: whole[at].Sequence)); break;
            case "duplicate": mutant.Insert(at, whole[at]); break;
            case "reorder": (mutant[at], mutant[other]) = (mutant[other], mutant[at]); break;
            case "swap": (mutant[at], mutant[other]) = (Mutant.Of(whole[other], sequence: whole[at].Sequence), Mutant.Of(whole[at], sequence: whole[other].Sequence)); break;
            case "truncate": mutant.RemoveRange(at + 1, whole.Count - at - 1); break;
            // The whole database as it was at that moment, its end sealed rightly.
            case "old copy": mutant.RemoveRange(at + 1, whole.Count - at - 1); return (kind, mutant, HeadAt(whole[at], key));
        }

        return (kind, mutant, head);
    }

    private static AuditFault? Fault(IEnumerable<AuditEntry> entries, AuditHead head, byte[] key, AuditEvidence evidence)
    {
        var chain = new AuditChain(key, head, evidence);
        if (chain.Begin() is { } before) return before;
        foreach (var entry in entries)
            if (chain.Next(entry) is { } fault) return fault;
        return chain.End();
    }

    private static AuditHead HeadAt(AuditEntry last, byte[] key) => AuditHead.At(last, AuditSeal.OfHead(last.Sequence, last.Hash, key));

    private static IEnumerable<AuditEntry> Written(int count)
    {
        byte[] previous = [];
        for (var i = 1; i <= count; i++)
        {
            var entry = new AuditEntry
            {
                Sequence = i, At = DateTimeOffset.UnixEpoch.AddSeconds(i), AccountId = Guid.Empty, AccountName = "Dr Ada Example", Roles = "Doctor", Action = AuditAction.Read, EntityType = "Patient", EntityId = "1", PatientId = Guid.Empty,
                Changes = """{"Phone":{"before":"020 7946 0000","after":"020 7946 0001"}}""", Path = "GET /doctor/patients", IpAddress = "127.0.0.1", UserAgent = "Mozilla/5.0", Session = "s", Reference = "r",
                Severity = AuditSeverity.Routine, IsSecurity = false, PreviousHash = previous, Hash = [],
            };
            previous = entry.Hash = AuditSeal.Of(entry, Key);
            yield return entry;
        }
    }
}

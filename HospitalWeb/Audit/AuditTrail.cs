using System.Runtime.CompilerServices;
using HospitalWeb.Data;
using HospitalWeb.Data.Audit;
using HospitalWeb.Domain.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

namespace HospitalWeb.Audit;

/// <summary>
/// Writes who did what in the transaction of the deed itself: both are kept or neither is.
/// The end of the chain is locked after the rows are written, so that it is held for a moment only and is always the last lock taken.
/// </summary>
internal sealed class AuditTrail(CurrentActor actor, AuditKey key, TimeProvider clock) : SaveChangesInterceptor
{
    private readonly ConditionalWeakTable<DbContext, Save> saves = [];

    // Where this program left the end of the chain; null while somebody writes on from there. If the end was found there again, nobody else seems to write,
    // and the next save need not ask: should it be mistaken, because another program wrote after all or that save was undone, the database keeps nothing of it.
    private Left? left;

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData data, InterceptionResult<int> result, CancellationToken token = default)
    {
        if (data.Context is not HospitalContext db) return result;
        if (DraftsOf(db) is not { Count: > 0 } drafts) return result;

        var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(token) : null;
        // A failure undoes the whole of a transaction of its own: the points in between, a question each, would be for nothing.
        db.Database.AutoSavepointsEnabled = own is null;
        db.SaveChangesFailed += RollBack;
        saves.Add(db, new(drafts, own));
        return result;
    }

    public override async ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData data, int result, CancellationToken token = default)
    {
        if (data.Context is not HospitalContext db || !saves.TryGetValue(db, out var save)) return result;

        try
        {
            await WriteAsync(db, save.Drafts, token);
            if (save.Own is { } own) await own.CommitAsync(token);
        }
        // A deadlock is tried again by whoever saved, and who has gone away is told nothing.
        catch (Exception failure) when (!failure.IsDeadlock() && failure is not (OperationCanceledException or AuditUnavailable))
        {
            throw new AuditUnavailable("What was asked for could not be written down in the audit trail, so it was not done.", failure);
        }

        End(db, save);
        db.WaitingForAudit.Clear();
        return result;
    }

    public override Task SaveChangesCanceledAsync(DbContextEventData data, CancellationToken token = default)
    {
        RollBack(data.Context);
        return Task.CompletedTask;
    }

    public override InterceptionResult<int> SavingChanges(DbContextEventData data, InterceptionResult<int> result) =>
        data.Context is HospitalContext db && DraftsOf(db).Count > 0 ? throw new NotSupportedException("Save with SaveChangesAsync: the audit trail is written with it.") : result;

    private static List<AuditDraft> DraftsOf(HospitalContext db)
    {
        var rows = db.ChangeTracker.Entries().Where(AuditDraft.Concerns).ToList();
        var drafts = db.WaitingForAudit.Select(AuditDraft.Of);
        if (db.AuditBulk is { } bulk) return [.. drafts, .. rows.Count > 0 ? [AuditDraft.Of(bulk, rows)] : Array.Empty<AuditDraft>()];

        return [.. drafts, .. rows.Select(AuditDraft.Of).Where(draft => draft.Action != AuditAction.Update || draft.Changes is not null)];
    }

    private async Task WriteAsync(HospitalContext db, List<AuditDraft> drafts, CancellationToken token)
    {
        var known = Interlocked.Exchange(ref left, null);
        if (known is { IsUndisturbed: true } && await AppendAsync(known.End, isUndisturbed: true)) return;

        var locked = await db.LockAuditHeadAsync(token);
        if (!AuditSeal.Holds(locked, key.Bytes))
            throw new AuditUnavailable("The seal on the end of the audit trail is not this key's: either the key is another hospital's or the trail was tampered with. Run \"audit verify\".");
        if (!await AppendAsync(locked, isUndisturbed: known?.End.Sequence == locked.Sequence)) throw new AuditUnavailable("The end of the audit trail moved while it was locked.");

        async Task<bool> AppendAsync(AuditHead from, bool isUndisturbed)
        {
            var entries = Chain(drafts, from);
            var to = AuditHead.At(entries[^1], AuditSeal.OfHead(entries[^1].Sequence, entries[^1].Hash, key.Bytes));
            if (!await db.AppendAuditAsync(entries, from, to, token)) return false;

            left = new(to, isUndisturbed);
            return true;
        }
    }

    private List<AuditEntry> Chain(List<AuditDraft> drafts, AuditHead from)
    {
        var at = Microseconds(clock.GetUtcNow());
        List<AuditEntry> entries = new(drafts.Count);
        var (sequence, previous) = (from.Sequence, from.Hash);
        foreach (var draft in drafts)
        {
            var entry = Entry(draft, draft.Actor ?? actor.Now, ++sequence, at, previous);
            previous = entry.Hash = AuditSeal.Of(entry, key.Bytes);
            entries.Add(entry);
        }
        return entries;
    }

    private static AuditEntry Entry(AuditDraft draft, Actor who, long sequence, DateTimeOffset at, byte[] previous) => new()
    {
        Sequence = sequence,
        At = at,
        AccountId = who.AccountId,
        AccountName = Fit(who.Name, AuditEntry.NameMaxLength),
        Roles = Fit(who.Roles, AuditEntry.RolesMaxLength),
        Action = draft.Action,
        EntityType = draft.EntityType,
        EntityId = draft.EntityId,
        PatientId = draft.PatientId,
        Changes = draft.ChangesNow,
        Path = Fit(who.Path, AuditEntry.PathMaxLength),
        IpAddress = Fit(who.IpAddress, AuditEntry.IpAddressMaxLength),
        UserAgent = Fit(who.UserAgent, AuditEntry.UserAgentMaxLength),
        Session = who.Session is { } session ? Fit(session, AuditEntry.SessionMaxLength) : null,
        Reference = who.Reference is { } reference ? Fit(reference, AuditEntry.ReferenceMaxLength) : null,
        Outcome = draft.Outcome,
        Reason = ReasonOf(draft, who) is { } reason ? Fit(reason, AuditEntry.ReasonMaxLength) : null,
        Severity = AuditWeight.SeverityOf(draft.Action, draft.EntityType, draft.Outcome),
        IsSecurity = AuditWeight.IsSecurity(draft.Action, draft.EntityType),
        PreviousHash = previous,
        Hash = [],
    };

    // What somebody does with a patient under emergency access or as a proxy says so, whatever else there is to say.
    private static string? ReasonOf(AuditDraft draft, Actor who) => draft.PatientId switch
    {
        { } patient when patient == who.EmergencyPatient => $"{AuditEntry.InEmergency} {draft.Reason}".TrimEnd(),
        { } patient when patient == who.ProxyOf => $"{AuditEntry.AsProxy} {draft.Reason}".TrimEnd(),
        _ => draft.Reason,
    };

    // Of a conflict with a newer row no interceptor is told, only who listens for failures of the context itself.
    private void RollBack(object? context, SaveChangesFailedEventArgs failure) => RollBack(context);

    // Called by whichever failure comes first; a transaction of the page's own is the page's to roll back.
    private void RollBack(object? context)
    {
        if (context is not HospitalContext db || !saves.TryGetValue(db, out var save)) return;

        save.Own?.Rollback();
        End(db, save);
    }

    private void End(HospitalContext db, Save save)
    {
        saves.Remove(db);
        db.SaveChangesFailed -= RollBack;
        db.Database.AutoSavepointsEnabled = true;
        save.Own?.Dispose();
    }

    // Both databases keep microseconds; what is sealed must be what is read back.
    private static DateTimeOffset Microseconds(DateTimeOffset at) => new(at.UtcTicks - at.UtcTicks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);

    // Header and path come from outside: no control characters, no halves of surrogate pairs.
    private static string Fit(string text, int length)
    {
        var clean = string.Concat(text.Where(c => !char.IsControl(c) && !char.IsSurrogate(c)));
        return clean.Length > length ? clean[..length] : clean;
    }

    private sealed record Left(AuditHead End, bool IsUndisturbed);

    private sealed class Save(List<AuditDraft> drafts, IDbContextTransaction? own)
    {
        public List<AuditDraft> Drafts => drafts;
        public IDbContextTransaction? Own => own;
    }
}

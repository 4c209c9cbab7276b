using HospitalWeb.Data;
using HospitalWeb.Data.Encounters;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Security.Encryption;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Jobs;

/// <summary>Compares every signed note with what was signed. Each that differs is an entry of the audit trail; every administrator is told, and the job has failed.</summary>
public sealed class VerifyNotes(HospitalContext db, TamperAlarm alarm) : IHospitalJob
{
    private const int AtOnce = 200, MostNamed = 200;

    public async Task RunAsync(CancellationToken token)
    {
        var signed = await db.ClinicalNotes.Where(n => n.Status != NoteStatus.Draft || n.Hash != null).OrderBy(n => n.Id).Select(n => n.Id).ToListAsync(token);
        List<Guid> changed = [];
        foreach (var some in signed.Chunk(AtOnce)) changed.AddRange(await ChangedAsync(some, token));
        if (changed.Count == 0) return;

        foreach (var note in changed.Take(MostNamed)) db.RecordTampering(ChangedNotes.Place, note, ChangedNotes.Finding);
        await db.SaveChangesAsync(token);
        var sentence = FormattableString.Invariant($"{signed.Count} signed notes; {changed.Count} {(changed.Count == 1 ? "is" : "are")} not as signed.");
        await alarm.RaiseAsync(TamperAlarm.Notes, $"{sentence} The audit trail names each.", token);
        throw new InvalidDataException(sentence);
    }

    private async Task<IReadOnlyList<Guid>> ChangedAsync(Guid[] some, CancellationToken token)
    {
        try
        {
            var notes = await db.ClinicalNotes.AsNoTracking().Include(n => n.Amendments).Where(n => some.Contains(n.Id)).ToListAsync(token);
            return [.. notes.Where(note => !note.IsAsSigned).Select(note => note.Id)];
        }
        catch (Exception failure) when (failure is FieldTampered || failure.InnerException is FieldTampered)
        {
            // What does not even open is found field by field, by another job.
            List<Guid> changed = [];
            if (some.Length > 1)
                foreach (var one in some) changed.AddRange(await ChangedAsync([one], token));
            return changed;
        }
    }
}

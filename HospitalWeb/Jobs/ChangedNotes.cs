using HospitalWeb.Data;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Security.Encryption;
using HospitalWeb.Security.Links;

namespace HospitalWeb.Jobs;

/// <summary>A reader has met a note that is not what was signed: the trail says so with his reading, and the administrators are told once a day.</summary>
public sealed class ChangedNotes(HospitalContext db, Afterwards afterwards, IHttpContextAccessor http)
{
    public const string Place = $"{nameof(ClinicalNote)}.{nameof(ClinicalNote.Hash)}", Finding = "The note is not what was signed.";

    public async Task TellAsync(IEnumerable<ClinicalNote> read)
    {
        var changed = read.Where(note => !note.IsAsSigned).ToList();
        foreach (var note in changed) db.RecordTampering(Place, note.Id, Finding);
        if (changed.Count > 0) await afterwards.DoAsync(http.HttpContext!, services => services.GetRequiredService<TamperAlarm>().RaiseAsync(TamperAlarm.Notes, "Somebody who read a signed note was warned that it was changed. The audit trail names it.", CancellationToken.None));
    }
}

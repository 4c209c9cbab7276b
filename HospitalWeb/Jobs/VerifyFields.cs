using HospitalWeb.Data;
using HospitalWeb.Security.Encryption;

namespace HospitalWeb.Jobs;

/// <summary>Opens every encrypted field. Each that was changed or moved is an entry of the audit trail; every administrator is told, and the job has failed.</summary>
public sealed class VerifyFields(HospitalContext db, FieldCheck check, TamperAlarm alarm) : IHospitalJob
{
    public async Task RunAsync(CancellationToken token)
    {
        var (fields, faults) = await check.RunAsync(token);
        if (faults is not [var first, ..]) return;

        foreach (var fault in faults) db.RecordTampering(fault.Place, fault.Row, fault.Sentence);
        await db.SaveChangesAsync(token);
        var sentence = FieldCheck.Sentence(fields, faults);
        await alarm.RaiseAsync(TamperAlarm.Fields, $"{sentence} The audit trail names each.", token);
        throw new FieldTampered(first.Place, first.Row, sentence);
    }
}

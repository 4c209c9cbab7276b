using HospitalWeb.Data;
using HospitalWeb.Data.Encounters;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Interop.Icd10;

/// <summary>The common diagnoses that a hospital starts with until it imports the whole list.</summary>
public sealed class IcdStarter : IReferenceData
{
    public async Task LoadAsync(HospitalContext db, CancellationToken token)
    {
        if (await db.IcdCodes.AnyAsync(token)) return;

        using var list = ReferenceFiles.Open("icd10-starter.csv");
        await new IcdImport(db).RunAsync(IcdFile.Read(list), token: token);
    }
}

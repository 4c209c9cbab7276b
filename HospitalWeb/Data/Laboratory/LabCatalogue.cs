using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Data.Laboratory;

/// <summary>The tests a laboratory starts with. What a hospital has changed since is left alone.</summary>
internal sealed class LabCatalogue : IReferenceData
{
    public async Task LoadAsync(HospitalContext db, CancellationToken token)
    {
        if (await db.LabTests.AnyAsync(token)) return;

        using var file = ReferenceFiles.Open("lab-catalogue.csv");
        db.LabTests.AddRange(LabCatalogueFile.Read(file));
        await db.SaveChangesAsync(token);
    }
}

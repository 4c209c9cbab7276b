using System.Globalization;
using HospitalWeb.Data.DrugSafety;
using HospitalWeb.Domain.Prescribing;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Data.Prescribing;

/// <summary>The formulary a new hospital starts with. One that has medicines of its own is left alone.</summary>
public sealed class FormularyFile : IReferenceData
{
    public async Task LoadAsync(HospitalContext db, CancellationToken token)
    {
        if (await db.Medications.AnyAsync(token)) return;

        db.Medications.AddRange(DrugKnowledgeFiles.Rows("medications.csv").Select(Medication));
        await db.SaveChangesAsync(token);
    }

    private static Medication Medication(Dictionary<string, string?> row) => new()
    {
        GenericName = row["generic"]!,
        Brand = row["brand"],
        Strength = row["strength"]!,
        Form = Enum.Parse<DoseForm>(row["form"]!),
        Route = Enum.Parse<MedicineRoute>(row["route"]!),
        DoseUnit = row["doseUnit"]!,
        UsualDose = Number(row["dose"]),
        DosePerPackUnit = Number(row["perUnit"])!.Value,
        PackUnit = row["packUnit"]!,
        IngredientCodes = DrugKnowledgeFiles.Codes(row["ingredients"]),
        RxNormCode = row["rxnorm"],
        ReorderLevel = Number(row["reorder"]) ?? 0,
        UsualPrice = Number(row["price"]),
    };

    private static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}

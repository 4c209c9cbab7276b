using HospitalWeb.Data.DrugSafety;
using HospitalWeb.Data.Pharmacy;

namespace HospitalWeb.Data.Prescribing;

public static class MedicineServices
{
    /// <summary>Drug knowledge, formulary, the checks of prescriptions and the dispensing of them.</summary>
    public static void AddMedicines(this IServiceCollection services)
    {
        services.AddSingleton<DrugShelf>();
        services.AddScoped<PrescriptionChecks>();
        services.AddScoped<Dispensing>();
        services.AddSingleton<IReferenceData, DrugKnowledgeFiles>();
        services.AddSingleton<IReferenceData, FormularyFile>();
    }
}

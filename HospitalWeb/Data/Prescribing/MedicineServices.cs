using HospitalWeb.Data.Billing;
using HospitalWeb.Data.DrugSafety;
using HospitalWeb.Data.Pharmacy;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HospitalWeb.Data.Prescribing;

public static class MedicineServices
{
    /// <summary>Drug knowledge, formulary, the checks of prescriptions and the dispensing of them.</summary>
    public static void AddMedicines(this IServiceCollection services)
    {
        services.AddSingleton<DrugShelf>();
        services.AddScoped<PrescriptionChecks>();
        services.AddScoped<Dispensing>();
        services.TryAddScoped<Charges>();
        services.AddSingleton<IReferenceData, DrugKnowledgeFiles>();
        services.AddSingleton<IReferenceData, FormularyFile>();
    }
}

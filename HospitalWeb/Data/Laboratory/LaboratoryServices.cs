using HospitalWeb.Domain.Laboratory;

namespace HospitalWeb.Data.Laboratory;

public static class LaboratoryServices
{
    /// <summary>The catalogue a laboratory starts with, and its policy: Laboratory:SecondPersonVerifies, on unless said otherwise.</summary>
    public static void AddLaboratory(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IReferenceData, LabCatalogue>();
        services.AddSingleton(configuration.GetSection("Laboratory").Get<LabPolicy>() ?? new LabPolicy());
    }
}

using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HospitalWeb.Audit;

public static class AuditServices
{
    public static void AddAudit(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<CurrentActor>();
        services.AddSingleton<AuditKey>();
        services.AddSingleton<ISaveChangesInterceptor, AuditTrail>();
        services.AddScoped<AuditVerification>();
    }
}

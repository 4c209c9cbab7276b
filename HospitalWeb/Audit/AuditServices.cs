using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;

namespace HospitalWeb.Audit;

public static class AuditServices
{
    public static void AddAudit(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<CurrentActor>();
        services.AddSingleton<AuditKey>();
        services.AddSingleton<ISaveChangesInterceptor, AuditTrail>();
        services.AddSingleton<AuditAnchors>();
        services.AddSingleton<AuditRetention>();
        services.AddSingleton<UnknownNames>();
        services.AddScoped<AuditVerification>();
        services.AddScoped<AuditSegments>();
        services.AddScoped<AuditArchive>();
        services.AddSingleton<IPostConfigureOptions<CookieAuthenticationOptions>, SignInAudit>();
    }
}

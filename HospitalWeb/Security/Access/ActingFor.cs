using HospitalWeb.Audit;
using HospitalWeb.Data;
using HospitalWeb.Data.Access;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain.Access;
using HospitalWeb.Domain.Audit;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Security.Access;

/// <summary>
/// Whose record a proxy opens on this request. It stands in the address, /for/{patient}/patient/…, and nowhere else:
/// two tabs show two people, and a right that has ended is gone at the next click.
/// </summary>
public sealed record ActingFor(Guid PatientId, string PatientName, ProxyRelationship Relationship, ProxyScope Scope, DateTimeOffset Until)
{
    private const string Prefix = "/for", AskedItem = "ActingForAsked";
    private static readonly string[] Clinical = ["/patient/visits", "/patient/results", "/patient/prescriptions", "/patient/access"];

    public static ActingFor? On(HttpContext? http) => http?.Items[typeof(ActingFor)] as ActingFor;

    public static string HomeOf(Guid patient) => $"{Prefix}/{patient}/patient";

    public bool Opens(PathString path) => Scope == ProxyScope.Record || !Array.Exists(Clinical, part => path.StartsWithSegments(part));

    internal static Guid? AskedOn(HttpContext http) => http.Items[AskedItem] as Guid?;

    /// <summary>Takes the patient out of the address: what is left is the page of the portal.</summary>
    internal static void TakeFrom(HttpContext http)
    {
        if (!http.Request.Path.StartsWithSegments(Prefix, out var rest) || rest.Value!.TrimStart('/').Split('/', 2) is not [var id, _] || !Guid.TryParseExact(id, "D", out var patient)) return;

        var whole = new PathString($"{Prefix}/{id}");
        http.Request.Path.StartsWithSegments(whole, out var page);
        (http.Request.PathBase, http.Request.Path) = (whole, page);
        http.Items[AskedItem] = patient;
    }

    internal void Begin(HttpContext http) => http.Items[typeof(ActingFor)] = this;
}

public static class ProxyGate
{
    /// <summary>Before routing: what stands behind the prefix is the page of the portal, and every link it makes keeps the prefix.</summary>
    public static void UseProxyAddress(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        ActingFor.TakeFrom(http);
        return next();
    });

    /// <summary>After the session is known: a page of the portal opens if the right lasts; whoever leaves the portal leaves the other's record.</summary>
    public static void UseProxyGate(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (ActingFor.AskedOn(http) is not { } patient)
        {
            await next();
            return;
        }

        if (http.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is not { AreaName: "Patient" })
        {
            http.Request.PathBase = PathString.Empty;
            await next();
            return;
        }

        var me = http.RequestServices.GetRequiredService<CurrentUser>();
        if (me.IsSignedIn)
        {
            var db = http.RequestServices.GetRequiredService<HospitalContext>();
            var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
            var right = await db.PatientProxies.ActiveOf(me.AccountId, now).Where(p => p.PatientId == patient).OrderByDescending(p => p.Until)
                .Select(p => new ActingFor(p.PatientId, p.Patient.ListName, p.Relationship, p.Scope, p.Until)).FirstOrDefaultAsync(http.RequestAborted);
            if (right?.Opens(http.Request.Path) != true)
            {
                db.Record(AuditAction.AccessDenied, "Patient", patient.ToString(), await db.Patients.AnyAsync(p => p.Id == patient) ? patient : null, AuditOutcome.Refused, reason: "No proxy right.");
                await db.SaveChangesAsync(http.RequestAborted);
                await http.RequestServices.GetRequiredService<RefusalAlarm>().HearAsync(http, [patient]);
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }

            right.Begin(http);
        }

        await next();
    });
}

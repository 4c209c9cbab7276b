using HospitalWeb.Data;
using HospitalWeb.Security;
using Microsoft.AspNetCore.Mvc.Filters;

namespace HospitalWeb.Web.Filters;

/// <summary>
/// While the portal works, and while something is read or done on a page of one patient's record, the database shows that patient's rows and no other's,
/// even to a query that forgets to ask for them. Desks and wards see whom they book and move among.
/// </summary>
public sealed class RowSecurityFilter(RowSecurity rows, HospitalContext db, CurrentUser me) : IAsyncPageFilter
{
    private static readonly string[] RecordAreas = ["Doctor", "Nurse", "Lab", "Pharmacy", "Billing"];

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (PatientOf(context) is { } patient) await rows.SeeOnlyAsync(db, patient, context.HttpContext.RequestAborted);
        await next();
    }

    private Guid? PatientOf(PageHandlerExecutingContext context) => context.RouteData.Values["area"] switch
    {
        "Patient" => me.PatientId,
        string area when Array.IndexOf(RecordAreas, area) >= 0 && Guid.TryParse(context.RouteData.Values[PatientFilter.RouteValue]?.ToString(), out var patient) => patient,
        _ => null,
    };
}

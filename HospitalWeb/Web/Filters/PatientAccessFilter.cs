using HospitalWeb.Audit;
using HospitalWeb.Data;
using HospitalWeb.Data.Access;
using HospitalWeb.Domain.Audit;
using HospitalWeb.Security;
using HospitalWeb.Security.Access;
using HospitalWeb.Security.Links;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace HospitalWeb.Web.Filters;

/// <summary>
/// Every page, form and paper of one patient opens only to whoever is tied to that patient. Who may break the glass is told so and led there;
/// to all others the patient is not there. Each refusal is one entry of the trail.
/// </summary>
public sealed class PatientAccessFilter(PatientAccess access, HospitalContext db, RefusalAlarm refusals, Afterwards afterwards) : IAsyncPageFilter
{
    public const string NoTie = "No treatment relationship.";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.RouteData.Values[PatientFilter.RouteValue] is not string text)
        {
            await next();
            return;
        }

        // A page of a patient outside the desks would have nobody tied to him: it opens to nobody.
        var desk = Desks.Of(context.RouteData.Values["area"] as string);
        var decision = Guid.TryParse(text, out var patientId) && desk is { } from ? await access.ToAsync(patientId, from, IsBeforeCare(context)) : new(Ground.None, Exists: false);
        if (decision.Opens)
        {
            if (decision.Emergency is { } emergency) context.HttpContext.Items[typeof(RunningEmergency)] = emergency;
            await next();
            return;
        }

        context.Result = decision.Exists ? await RefuseAsync(context, patientId) : new NotFoundResult();
    }

    private async Task<IActionResult> RefuseAsync(PageHandlerExecutingContext context, Guid patientId)
    {
        // To whom the patient is not there, the answer takes no longer than for one who really is not.
        if (!access.MayBreakGlass)
        {
            await afterwards.DoAsync(context.HttpContext, services => TellAsync(services.GetRequiredService<HospitalContext>(), patientId));
            return new NotFoundResult();
        }

        await TellAsync(db, patientId);
        await refusals.HearAsync(context.HttpContext, [patientId]);
        var request = context.HttpContext.Request;
        var back = HttpMethods.IsGet(request.Method) ? request.Path + request.QueryString.ToString() : request.Path.ToString();
        return new LocalRedirectResult($"/emergency-access/{patientId}{QueryString.Create("ReturnUrl", back)}");
    }

    private static Task TellAsync(HospitalContext db, Guid patientId)
    {
        db.Record(AuditAction.AccessDenied, "Patient", patientId.ToString(), patientId, AuditOutcome.Refused, reason: NoTie);
        return db.SaveChangesAsync();
    }

    private static bool IsBeforeCare(ActionContext context) => context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<BeforeCareAttribute>() is not null;
}

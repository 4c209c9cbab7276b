using HospitalWeb.Data;
using HospitalWeb.Domain.Audit;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HospitalWeb.Audit;

/// <summary>
/// Opening this page opens a patient's record, and that is written down before anything is shown: if it cannot be written, nothing is shown.
/// The patient is the route's patientId; a page that learns it on the way calls RecordReading itself.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OpensRecordAttribute(AuditAction action = AuditAction.Read) : Attribute, IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var handled = await next();
        if (!HttpMethods.IsGet(context.HttpContext.Request.Method) || handled.Exception is not null || !Shows(handled.Result)) return;

        var db = context.HttpContext.RequestServices.GetRequiredService<HospitalContext>();
        if (Guid.TryParse(context.RouteData.Values["patientId"]?.ToString(), out var patientId)) db.Record(action, "Patient", patientId.ToString(), patientId);
        if (db.WaitingForAudit.Count == 0) throw new InvalidOperationException($"{context.ActionDescriptor.DisplayName} opens a record without saying whose.");
        await db.SaveChangesAsync(context.HttpContext.RequestAborted);
    }

    private static bool Shows(IActionResult? result) => result is null or PageResult or FileResult or PartialViewResult
        || result is ContentResult && result is not IStatusCodeActionResult { StatusCode: >= 400 };
}

using HospitalWeb.Data;
using HospitalWeb.Domain.Audit;
using HospitalWeb.Security;
using HospitalWeb.Security.Links;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Infrastructure;

namespace HospitalWeb.Audit;

/// <summary>
/// Whoever asks, on one patient's pages, for something of another's is told that there is nothing, as of an id that nobody has.
/// The trail knows better: it says who asked, and for what of whose, wherever the id was sent. It is found out after the answer, which else would take longer for what is there.
/// </summary>
public sealed class ForeignRecordFilter(Afterwards afterwards, CurrentUser me, RefusalAlarm refusals) : IAsyncPageFilter
{
    private const int IdsAtMost = 10;

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var handled = await next();
        if (handled.Result is not IStatusCodeActionResult { StatusCode: StatusCodes.Status404NotFound } || !me.IsSignedIn) return;
        await refusals.HearAsync(context.HttpContext, Sent(context));
        if ((Id(context.RouteData.Values["patientId"]?.ToString()) ?? me.PatientId) is not { } patient) return;

        var sent = Sent(context).Where(id => id != patient).Distinct().Take(IdsAtMost).ToList();
        if (sent.Count > 0) await afterwards.DoAsync(context.HttpContext, services => TellAsync(services.GetRequiredService<HospitalContext>(), patient, sent));
    }

    private static async Task TellAsync(HospitalContext db, Guid patient, List<Guid> sent)
    {
        foreach (var id in sent)
            if (await db.OwnedRowAsync(id) is { } row && row.PatientId != patient)
                db.Record(AuditAction.AccessDenied, row.Kind, row.Id.ToString(), row.PatientId, AuditOutcome.Refused, reason: "It belongs to another patient than the one it was asked for under.");
        if (db.WaitingForAudit.Count > 0) await db.SaveChangesAsync();
    }

    private static IEnumerable<Guid> Sent(PageHandlerExecutingContext context)
    {
        var request = context.HttpContext.Request;
        var values = context.RouteData.Values.Values.Select(value => value?.ToString()).Concat(request.Query.SelectMany(field => field.Value));
        if (request.HasFormContentType) values = values.Concat(request.Form.Where(field => !field.Key.StartsWith("__", StringComparison.Ordinal)).SelectMany(field => field.Value));
        return values.Select(Id).OfType<Guid>();
    }

    private static Guid? Id(string? text) => Guid.TryParse(text, out var id) ? id : null;
}

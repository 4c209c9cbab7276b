using HospitalWeb.Data;
using HospitalWeb.Domain.Audit;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HospitalWeb.Audit;

/// <summary>
/// Whoever opens a page of one patient opens the record, and that is written down before anything is shown: while the entry is written the page is made, and held back.
/// If it cannot be written, nothing is shown. A page that knows what it shows of the patient calls RecordReading itself.
/// </summary>
public sealed class OpenedRecordFilter : IAsyncPageFilter, IAsyncResultFilter
{
    private const string PatientId = "patientId", Portal = "Patient";
    private static readonly HashSet<string> NamesNobody = ["area", "page", "handler", PatientId];

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    /// <summary>A page that names nothing beside a patient who is open already has nothing left to refuse: its entry is written while it gathers what it shows.</summary>
    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        var writing = HttpMethods.IsGet(http.Request.Method) && Patient(context) is { } patient && context.RouteData.Values.Keys.All(NamesNobody.Contains)
            ? WriteAsync(http, [AuditEvent.Of(AuditAction.Read, patient)])
            : null;
        http.Items[this] = writing;
        var handled = await next();
        if (writing is not null && handled.Exception is not null) await writing;
    }

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        var http = context.HttpContext;
        var writing = http.Items[this] as Task;
        if (!HttpMethods.IsGet(http.Request.Method) || !Shows(context.Result))
        {
            if (writing is not null) await writing;
            await next();
            return;
        }

        var openings = http.RequestServices.GetRequiredService<HospitalContext>().TakeWaitingForAudit();
        if (writing is null && Patient(context) is { } patient && !openings.Exists(opening => opening.PatientId == patient)) openings.Add(AuditEvent.Of(AuditAction.Read, patient));
        if (writing is null && openings.Count == 0)
        {
            await next();
            return;
        }
        if (openings.Count > 0) writing = Task.WhenAll(writing ?? Task.CompletedTask, WriteAsync(http, openings));

        using var page = new MemoryStream();
        var outside = http.Response.Body;
        http.Response.Body = page;
        try
        {
            await next();
        }
        finally
        {
            http.Response.Body = outside;
            await writing!;
        }

        page.Position = 0;
        await page.CopyToAsync(outside, http.RequestAborted);
    }

    // The page goes on while this is written: it has a thread and a connection of its own, and knows who asks before anything runs beside it.
    private static Task WriteAsync(HttpContext http, List<AuditEvent> openings)
    {
        var (actor, scopes, aborted) = (CurrentActor.Of(http, http.User), http.RequestServices.GetRequiredService<IServiceScopeFactory>(), http.RequestAborted);
        return Task.Run(async () =>
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<HospitalContext>();
            db.WaitingForAudit.AddRange(openings.Select(opening => opening with { Actor = actor }));
            await db.SaveChangesAsync(aborted);
        }, aborted);
    }

    // The portal shows one's own record, or that of whom one is a proxy of on this request.
    private static Guid? Patient(ActionContext context) => Guid.TryParse(context.RouteData.Values[PatientId]?.ToString(), out var id) ? id
        : context.RouteData.Values["area"] is Portal ? context.HttpContext.RequestServices.GetRequiredService<CurrentUser>().PatientId : null;

    private static bool Shows(IActionResult? result) => result is PageResult or FileResult or PartialViewResult
        || result is ContentResult && result is not IStatusCodeActionResult { StatusCode: >= 400 };

    /// <summary>Every page with a patient in its address, all of the portal, and every search. A paper is written down as printed by the desk that hands it out.</summary>
    internal sealed class Convention : IPageApplicationModelConvention
    {
        public void Apply(PageApplicationModel model)
        {
            var isOfOnePatient = model.AreaName == Portal || model.ActionDescriptor.AttributeRouteInfo?.Template?.Contains($"{{{PatientId}", StringComparison.Ordinal) == true;
            var limit = model.HandlerTypeAttributes.OfType<LimitedAttribute>().FirstOrDefault()?.Limit;
            if (limit == Limit.Print || limit != Limit.Search && !isOfOnePatient) return;

            var filter = new OpenedRecordFilter();
            model.Filters.Add(filter);
            model.EndpointMetadata.Add(filter);
        }
    }
}

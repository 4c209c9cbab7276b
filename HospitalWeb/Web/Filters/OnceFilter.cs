using HospitalWeb.Data;
using HospitalWeb.Domain;
using HospitalWeb.Security;
using HospitalWeb.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Web.Filters;

/// <summary>Every form carries a key of its own. The key is saved in the same transaction as what the form did: a double click, or a form sent again, finds it there and is led to the first result.</summary>
public sealed class OnceFilter(HospitalContext db, CurrentUser me, TimeProvider time, IUrlHelperFactory urls) : IAsyncPageFilter
{
    public const string FieldName = "__once";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private const int LooksAtMost = 100;

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (!HttpMethods.IsPost(request.Method) || context.HttpContext.IsShowingError() || !request.HasFormContentType || !Guid.TryParse(request.Form[FieldName], out var key))
        {
            await next();
            return;
        }

        var submission = db.Add(new FormSubmission { Id = key, AccountId = me.IsSignedIn ? me.AccountId : null, At = time.GetUtcNow() });
        var executed = await next();
        // A sign-in that fails is counted, and so saved, and still comes back with its form: that is this sender's own answer.
        var savedHere = submission.State == EntityState.Unchanged;

        if (executed.Exception is null && LocationOf(executed) is { Length: <= FormSubmission.LocationMaxLength } location)
        {
            // Nobody waits for this: who sends the form again looks until it is there.
            context.HttpContext.Response.OnCompleted(() => db.Set<FormSubmission>().Where(s => s.Id == key).ExecuteUpdateAsync(s => s.SetProperty(x => x.Location, location)));
        }
        else if (!savedHere && executed.Exception is null or BrokenRule or DbUpdateException && await FirstResultAsync(key) is { } first)
        {
            // Refused, because the first sender has done it already: by the key itself, or by a rule that what is done cannot be done again.
            executed.Exception = null;
            executed.Result = first;
        }
    }

    // The first sender's transaction is over, since its key is there; where it was led follows a moment later.
    private async Task<IActionResult?> FirstResultAsync(Guid key)
    {
        for (var looks = 1; ; looks++, await Task.Delay(Pause))
        {
            var submission = await db.Set<FormSubmission>().Where(s => s.Id == key).Select(s => new { s.Location }).SingleOrDefaultAsync();
            if (submission is null) return null;
            if (submission.Location is { } location) return new LocalRedirectResult(location);
            if (looks == LooksAtMost) return new LocalRedirectResult("/");
        }
    }

    private string? LocationOf(PageHandlerExecutedContext executed) => executed.Result switch
    {
        RedirectToPageResult page => urls.GetUrlHelper(executed).Page(page.PageName, page.PageHandler, page.RouteValues, null, null, page.Fragment),
        LocalRedirectResult local => local.Url,
        RedirectResult redirect => redirect.Url,
        _ => null,
    };
}

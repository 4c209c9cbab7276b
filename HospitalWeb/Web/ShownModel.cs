using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HospitalWeb.Web;

/// <summary>
/// A page whose deed reads for itself what it acts on, under its own lock.
/// What the page shows is read only when it is shown: for the empty form, and for one that comes back.
/// </summary>
public abstract class ShownModel : PageModel
{
    /// <summary>Reads what the page shows; false when there is nothing of this id.</summary>
    protected abstract Task<bool> ReadAsync();

    public sealed override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!HttpMethods.IsPost(context.HttpContext.Request.Method) && !await ReadAsync())
        {
            context.Result = NotFound();
            return;
        }

        var executed = await next();
        if (HttpMethods.IsPost(context.HttpContext.Request.Method) && executed.IsShown && !await ReadAsync()) executed.Result = NotFound();
    }
}

public static class ShownPage
{
    extension(PageHandlerExecutedContext executed)
    {
        /// <summary>Whether the page itself is the answer: a form that did its work leads elsewhere.</summary>
        public bool IsShown => executed.Result is PageResult;
    }
}

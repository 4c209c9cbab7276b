using HospitalWeb.Data;
using HospitalWeb.Domain;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Web.Filters;

/// <summary>A broken rule is shown on the page that was posted, with everything that was typed, instead of an error page.</summary>
public sealed partial class BrokenRuleFilter(ILogger<BrokenRuleFilter> log) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var executed = await next();
        if (context.HttpContext.IsShowingError()) return;

        var sentence = executed.Exception switch
        {
            BrokenRule rule => rule.Message,
            DbUpdateConcurrencyException => "Somebody else changed this record meanwhile. Look at it again before you save.",
            // The last net: each number has a rule of its own that says what is wrong with it.
            { } failure when failure.IsOutOfRange() => "A number here is too large or too small. Correct it.",
            _ => null,
        };
        if (sentence is null)
        {
            RefuseInvalidForms(executed);
            return;
        }

        if (executed.Exception!.IsOutOfRange()) OutOfRange(log, executed.Exception!.GetBaseException().GetType().Name, context.ActionDescriptor.ViewEnginePath);
        executed.ModelState.AddModelError("", sentence);
        executed.Result = new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity, ViewData = ((PageModel)executed.HandlerInstance).ViewData };
        executed.ExceptionHandled = true;
    }

    // A form that comes back with errors was not accepted, and says so in its status.
    private static void RefuseInvalidForms(PageHandlerExecutedContext executed)
    {
        if (HttpMethods.IsPost(executed.HttpContext.Request.Method) && executed.Result is PageResult { StatusCode: null } page && !executed.ModelState.IsValid)
            page.StatusCode = StatusCodes.Status422UnprocessableEntity;
    }

    [LoggerMessage(LogLevel.Warning, "A number that no rule of its own refuses was stopped by the last net ({Failure}) on {Page}")]
    private static partial void OutOfRange(ILogger log, string failure, string page);
}

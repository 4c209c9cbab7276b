using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace HospitalWeb.Web.Filters;

/// <summary>
/// A form on one patient's page carries that patient's id, signed, beside the id in the URL. When the two differ nothing is saved:
/// the page had been opened for somebody else.
/// </summary>
public sealed class PatientFilter(IDataProtectionProvider protection) : IAsyncPageFilter
{
    public const string RouteValue = "patientId", FieldName = "__patient";
    public const string Purpose = "form of one patient";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (!HttpMethods.IsPost(request.Method) || context.RouteData.Values[RouteValue] is not string patient || Signed(request) == patient) return next();

        context.Result = new StatusCodeResult(StatusCodes.Status409Conflict);
        return Task.CompletedTask;
    }

    private string? Signed(HttpRequest request)
    {
        try
        {
            return request.HasFormContentType && request.Form[FieldName].ToString() is { Length: > 0 } signed ? protection.CreateProtector(Purpose).Unprotect(signed) : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}

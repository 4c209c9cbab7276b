using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace HospitalWeb.Printing;

/// <summary>Turns a sheet into HTML, with or without a request at hand.</summary>
public sealed class Sheets(IRazorViewEngine views, IModelMetadataProvider metadata, ITempDataProvider temp, IServiceProvider services)
{
    public const string Frame = "Frame";

    public async Task<string> RenderAsync(Sheet sheet, SheetFrame frame)
    {
        var action = new ActionContext(new DefaultHttpContext { RequestServices = services }, new RouteData(), new ActionDescriptor());
        var found = views.GetView(null, $"/Printing/Sheets/{sheet.View}.cshtml", isMainPage: true);
        found.EnsureSuccessful([]);

        await using var html = new StringWriter();
        var data = new ViewDataDictionary(metadata, new ModelStateDictionary()) { Model = sheet, [Frame] = frame };
        await found.View.RenderAsync(new ViewContext(action, found.View, data, new TempDataDictionary(action.HttpContext, temp), html, new HtmlHelperOptions()));
        return html.ToString();
    }
}

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

    public Task<string> RenderAsync(Sheet sheet, SheetFrame frame) => RenderAsync($"/Printing/Sheets/{sheet.View}.cshtml", sheet, frame);

    /// <summary>Renders what is nobody's sheet, such as a report, from its own view.</summary>
    public async Task<string> RenderAsync(string view, object model, SheetFrame? frame = null)
    {
        var action = new ActionContext(new DefaultHttpContext { RequestServices = services }, new RouteData(), new ActionDescriptor());
        var found = views.GetView(null, view, isMainPage: true);
        found.EnsureSuccessful([]);

        await using var html = new StringWriter();
        var data = new ViewDataDictionary(metadata, new ModelStateDictionary()) { Model = model, [Frame] = frame };
        await found.View.RenderAsync(new ViewContext(action, found.View, data, new TempDataDictionary(action.HttpContext, temp), html, new HtmlHelperOptions()));
        return html.ToString();
    }
}

using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HospitalWeb.Web.TagHelpers;

/// <summary>What is wrong with the form that was sent, each line leading to its field. The layout shows it above the page.</summary>
[HtmlTargetElement("errors", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorsTagHelper : TagHelper
{
    private const string FieldsItem = "FieldsShown";

    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext View { get; set; }

    // The page is written before the layout around it: what is wrong is said in the order in which its fields stand there.
    internal static List<string> FieldsOf(ViewContext view) => (List<string>)(view.HttpContext.Items[FieldsItem] ??= new List<string>());

    // What is no field of its own, such as a list of boxes, stands at the end of its form.
    private int Place(string name) => FieldsOf(View).FindIndex(field => string.Equals(field, name, StringComparison.OrdinalIgnoreCase)) is >= 0 and var place ? place : int.MaxValue;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = View.ModelState.SelectMany(field => field.Value!.Errors.Select(error => (Field: field.Key, error.ErrorMessage))).DistinctBy(error => (error.Field, error.ErrorMessage))
            .OrderBy(error => error.Field == "" ? -1 : Place(error.Field)).ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "hw-errors");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("autofocus", "autofocus");
        output.Content.AppendHtml("<h2>There is a problem</h2><ul>");
        foreach (var (field, message) in errors)
        {
            output.Content.AppendHtml("<li>");
            if (field == "") output.Content.Append(message);
            else
            {
                var link = new TagBuilder("a");
                link.Attributes["href"] = "#" + TagBuilder.CreateSanitizedId(field, "_");
                link.InnerHtml.Append(message);
                output.Content.AppendHtml(link);
            }
            output.Content.AppendHtml("</li>");
        }
        output.Content.AppendHtml("</ul>");
    }
}

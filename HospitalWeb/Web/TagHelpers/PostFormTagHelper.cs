using HospitalWeb.Web.Filters;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HospitalWeb.Web.TagHelpers;

/// <summary>Gives every form that is posted a key of its own and, on one patient's page, that patient's signed id.</summary>
[HtmlTargetElement("form", Attributes = "method")]
public sealed class PostFormTagHelper(IDataProtectionProvider protection) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext View { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!string.Equals(context.AllAttributes["method"].Value?.ToString(), "post", StringComparison.OrdinalIgnoreCase)) return;

        output.Attributes.SetAttribute("novalidate", "novalidate");
        output.PostContent.AppendHtml(Hidden(OnceFilter.FieldName, Guid.NewGuid().ToString()));
        if (View.RouteData.Values[PatientFilter.RouteValue] is string patient)
            output.PostContent.AppendHtml(Hidden(PatientFilter.FieldName, protection.CreateProtector(PatientFilter.Purpose).Protect(patient)));
    }

    private static TagBuilder Hidden(string name, string value)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.MergeAttributes(new Dictionary<string, string?> { ["type"] = "hidden", ["name"] = name, ["value"] = value });
        return input;
    }
}

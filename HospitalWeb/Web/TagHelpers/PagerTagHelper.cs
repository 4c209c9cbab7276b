using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.WebUtilities;

namespace HospitalWeb.Web.TagHelpers;

/// <summary>Leads to the rows after the last one shown, keeping every filter of the URL: <c>&lt;pager next="@Model.Next" words="Older" /&gt;</c></summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PagerTagHelper : TagHelper
{
    /// <summary>The key after which the next page begins; null on the last page.</summary>
    public string? Next { get; set => field = string.IsNullOrEmpty(value) ? null : value; }
    public string Words { get; set; } = "Next";
    public string Parameter { get; set; } = "after";

    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext View { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var request = View.HttpContext.Request;
        var isFirst = !request.Query.ContainsKey(Parameter);
        if (Next is null && isFirst)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "hw-pager");
        output.Attributes.SetAttribute("aria-label", "Pages");
        if (!isFirst) output.Content.AppendHtml(Link(request, null, "First page"));
        if (Next is not null) output.Content.AppendHtml(Link(request, Next, Words));
    }

    private TagBuilder Link(HttpRequest request, string? after, string words)
    {
        var query = request.Query.Where(part => part.Key != Parameter).SelectMany(part => part.Value, (part, value) => KeyValuePair.Create(part.Key, value));
        if (after is not null) query = query.Append(KeyValuePair.Create(Parameter, (string?)after));
        var link = new TagBuilder("a");
        link.AddCssClass("btn btn-outline-primary");
        link.Attributes["href"] = QueryHelpers.AddQueryString(request.PathBase + request.Path, query);
        link.InnerHtml.Append(words);
        return link;
    }
}

using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HospitalWeb.Web.TagHelpers;

/// <summary>
/// One question of a form: label, hint, control, error. The control follows from the property's type; what was typed comes back as typed.
/// <c>&lt;field for="Input.WeightKg" unit="kg" hint="Without shoes" optional /&gt;</c>
/// </summary>
[HtmlTargetElement("field", Attributes = "for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldTagHelper(IHtmlGenerator html) : TagHelper
{
    public required ModelExpression For { get; set; }
    public string? Label { get; set; }
    public string? Hint { get; set; }
    public bool Optional { get; set; }
    /// <summary>Stands fixed behind the box: mmHg, kg, mg.</summary>
    public string? Unit { get; set; }
    public int? Rows { get; set; }
    public string? Type { get; set; }
    public string? Autocomplete { get; set; }
    public string? Inputmode { get; set; }
    /// <summary>The choices of a list whose type does not say them.</summary>
    public IEnumerable<SelectListItem>? Options { get; set; }
    /// <summary>The line of a list that means nothing was chosen yet.</summary>
    public string Choose { get; set; } = "Choose";
    /// <summary><c>radios</c> shows the choices all at once.</summary>
    public string? As { get; set; }
    public bool Autofocus { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext View { get; set; }

    private string Id => TagBuilder.CreateSanitizedId(View.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name), "_");
    private string Words => Label ?? For.Metadata.DisplayName ?? Web.Words.Spaced(For.Metadata.PropertyName ?? For.Name);
    private Type Value => Nullable.GetUnderlyingType(For.Metadata.ModelType) ?? For.Metadata.ModelType;
    private bool IsCheckbox => Value == typeof(bool) && As is null;
    private bool IsRadios => As == "radios";
    private string? Error => View.ModelState.TryGetValue(For.Name, out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ErrorsTagHelper.FieldsOf(View).Add(View.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name));
        output.TagName = IsRadios ? "fieldset" : "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"hw-field{(IsCheckbox ? " hw-check" : "")}{(Error is null ? "" : " hw-wrong")}");

        var label = LabelText();
        if (IsCheckbox) output.Content.AppendHtml(Control()).AppendHtml(label);
        else output.Content.AppendHtml(label);
        if (Hint is not null) output.Content.AppendHtml(Part("p", "hw-hint", $"{Id}-hint", Hint));
        if (Error is { } error) output.Content.AppendHtml(Part("p", "hw-error", $"{Id}-error", error));
        if (!IsCheckbox) output.Content.AppendHtml(Unit is null ? Control() : InGroup(Control()));
    }

    private TagBuilder LabelText()
    {
        var label = new TagBuilder(IsRadios ? "legend" : "label");
        if (!IsRadios) label.Attributes["for"] = Id;
        label.InnerHtml.Append(Words);
        if (Optional) label.InnerHtml.AppendHtml(" <span class=\"hw-optional\">(optional)</span>");
        return label;
    }

    private IHtmlContent Control()
    {
        var attributes = Attributes();
        if (IsCheckbox) return html.GenerateCheckBox(View, For.ModelExplorer, For.Name, (bool?)For.Model, With(attributes, "form-check-input"));
        if (Choices() is { } choices) return IsRadios ? Radios(choices) : Select(choices, attributes);
        if (Rows is { } rows) return html.GenerateTextArea(View, For.ModelExplorer, For.Name, rows, 0, With(attributes, "form-control"));

        attributes["type"] = Type ?? (Value == typeof(DateTime) ? "datetime-local" : "text");
        if (Inputmode is null && (Value == typeof(decimal) || Value == typeof(int) || Value == typeof(double))) attributes["inputmode"] = Value == typeof(int) ? "numeric" : "decimal";
        if (Type == "password") return html.GeneratePassword(View, For.ModelExplorer, For.Name, null, With(attributes, "form-control"));
        return html.GenerateTextBox(View, For.ModelExplorer, For.Name, Shown(), null, With(attributes, "form-control"));
    }

    private object? Shown() => For.Model switch
    {
        DateOnly day => Web.Words.Date(day),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.######", CultureInfo.InvariantCulture),
        var other => other,
    };

    private Dictionary<string, object?> Attributes()
    {
        var attributes = new Dictionary<string, object?> { ["id"] = Id };
        string[] described = [.. Hint is null ? [] : new[] { $"{Id}-hint" }, .. Error is null ? [] : new[] { $"{Id}-error" }];
        if (described.Length > 0) attributes["aria-describedby"] = string.Join(' ', described);
        if (Error is not null) attributes["aria-invalid"] = "true";
        if (Autocomplete is not null) attributes["autocomplete"] = Autocomplete;
        if (Inputmode is not null) attributes["inputmode"] = Inputmode;
        if (Autofocus) attributes["autofocus"] = "autofocus";
        if (Value == typeof(DateOnly)) attributes["data-date"] = "";
        return attributes;
    }

    private List<SelectListItem>? Choices()
    {
        if (Options is not null) return [.. Options];
        if (For.Metadata.IsEnum) return [.. Enum.GetValues(Value).Cast<Enum>().Select(value => new SelectListItem(value.InWords(), value.ToString()))];
        return Value == typeof(bool) ? [new("Yes", "true"), new("No", "false")] : null;
    }

    private string? Chosen => View.ModelState.TryGetValue(For.Name, out var entry) && entry.AttemptedValue is { } typed ? typed : For.Model?.ToString();

    private TagBuilder Select(List<SelectListItem> choices, Dictionary<string, object?> attributes)
    {
        var select = new TagBuilder("select");
        select.MergeAttributes(With(attributes, "form-select"));
        select.Attributes["name"] = View.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        if (For.Metadata.IsReferenceOrNullableType || Chosen is null) select.InnerHtml.AppendHtml(Option(new(Choose, ""), Chosen is null or ""));
        foreach (var choice in choices) select.InnerHtml.AppendHtml(Option(choice, IsChosen(choice)));
        return select;
    }

    private bool IsChosen(SelectListItem choice) => Chosen is { } chosen ? string.Equals(choice.Value, chosen, StringComparison.OrdinalIgnoreCase) : choice.Selected;

    private static TagBuilder Option(SelectListItem choice, bool chosen)
    {
        var option = new TagBuilder("option");
        option.Attributes["value"] = choice.Value;
        if (chosen) option.Attributes["selected"] = "selected";
        if (choice.Disabled) option.Attributes["disabled"] = "disabled";
        option.InnerHtml.Append(choice.Text);
        return option;
    }

    private HtmlContentBuilder Radios(List<SelectListItem> choices)
    {
        var all = new HtmlContentBuilder();
        for (var i = 0; i < choices.Count; i++)
        {
            // The first carries the field's own id, so that the error summary's link finds it.
            var id = i == 0 ? Id : $"{Id}_{i}";
            var radio = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
            radio.MergeAttributes(new Dictionary<string, string?> { ["type"] = "radio", ["class"] = "form-check-input", ["id"] = id, ["name"] = View.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name), ["value"] = choices[i].Value });
            if (IsChosen(choices[i])) radio.Attributes["checked"] = "checked";
            var label = new TagBuilder("label");
            label.Attributes["for"] = id;
            label.InnerHtml.Append(choices[i].Text);
            all.AppendHtml("<div class=\"hw-radio\">").AppendHtml(radio).AppendHtml(label).AppendHtml("</div>");
        }
        return all;
    }

    private HtmlContentBuilder InGroup(IHtmlContent control) => (HtmlContentBuilder)new HtmlContentBuilder()
        .AppendHtml("<div class=\"input-group\">").AppendHtml(control).AppendHtml(Part("span", "input-group-text", null, Unit!)).AppendHtml("</div>");

    private static TagBuilder Part(string tag, string css, string? id, string text)
    {
        var part = new TagBuilder(tag);
        part.AddCssClass(css);
        if (id is not null) part.Attributes["id"] = id;
        part.InnerHtml.Append(text);
        return part;
    }

    private static Dictionary<string, object?> With(Dictionary<string, object?> attributes, string css) => new(attributes) { ["class"] = css };
}

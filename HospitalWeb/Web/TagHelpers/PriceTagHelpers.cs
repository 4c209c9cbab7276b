using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using HospitalWeb.Domain.Billing;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HospitalWeb.Web.TagHelpers;

/// <summary>What one unit costs: at least the currency's decimals, more where the price has them.</summary>
[HtmlTargetElement("unit-price", TagStructure = TagStructure.WithoutEndTag)]
public sealed class UnitPriceTagHelper : TagHelper
{
    public UnitPrice? Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Value is not { } price)
        {
            output.AsText("Not priced");
            return;
        }

        var rounded = price.Times(1);
        output.TagName = "data";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "hw-money");
        output.Attributes.SetAttribute("value", price.Amount.ToString(CultureInfo.InvariantCulture));
        output.Content.SetContent(rounded.Amount == price.Amount ? Words.Money(rounded) : $"{price.Currency}\u00A0{Words.Number(price.Amount)}");
    }
}

/// <summary>A choice in the words people use for it: <c>&lt;words of="PaymentMethod.MobileMoney" /&gt;</c></summary>
[HtmlTargetElement("words", Attributes = "of", TagStructure = TagStructure.WithoutEndTag)]
public sealed class WordsTagHelper : TagHelper
{
    public required Enum Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetContent(Of.GetType().GetField(Of.ToString())?.GetCustomAttribute<DisplayAttribute>()?.GetName() ?? Words.Spaced(Of.ToString()));
    }
}

/// <summary>The state of a bill as icon, word and colour.</summary>
[HtmlTargetElement("bill-status", TagStructure = TagStructure.WithoutEndTag)]
public sealed class BillStatusTagHelper : TagHelper
{
    public BillStatus Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (kind, sign) = Value switch
        {
            BillStatus.Paid => ("done", "✓"),
            BillStatus.PartlyPaid => ("waiting", "◷"),
            BillStatus.Issued => ("info", "i"),
            _ => ("neutral", "○"),
        };
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"hw-status hw-status-{kind}");
        output.Content.AppendHtml($"<span aria-hidden=\"true\">{sign}</span> ").Append(Words.Spaced(Value.ToString()));
    }
}

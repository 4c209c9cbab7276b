using System.Globalization;
using HospitalWeb.Domain;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HospitalWeb.Web.TagHelpers;

/// <summary>A day: <c>05-Jan-2026</c> to staff, <c>5 January 2026</c> with <c>long</c> to patients. An instant is shown on the hospital's calendar.</summary>
[HtmlTargetElement("date", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DateTagHelper(FacilityClock clock) : TagHelper
{
    /// <summary>A DateOnly, a DateTimeOffset or null.</summary>
    public object? Value { get; set; }
    public bool Long { get; set; }
    public bool Weekday { get; set; }
    public string Unknown { get; set; } = "Not recorded";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Value switch { DateOnly day => day, DateTimeOffset at => clock.DateOf(at), _ => (DateOnly?)null } is not { } date)
        {
            output.AsText(Unknown);
            return;
        }

        output.AsTime(Words.Machine(date), (Weekday ? date.ToString("ddd ", CultureInfo.InvariantCulture) : "") + (Long ? Words.LongDate(date) : Words.Date(date)));
    }
}

/// <summary>A time of day on the hospital's clock, 24-hour to staff: <c>08:05</c>; <c>8:05am</c> with <c>long</c> to patients.</summary>
[HtmlTargetElement("time-of", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TimeOfTagHelper(FacilityClock clock) : TagHelper
{
    public DateTimeOffset? Value { get; set; }
    public bool Long { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Value is { } at) output.AsTime(Words.Instant(at), Long ? Words.PlainTime(clock.Local(at)) : Words.Time(clock.Local(at)));
        else output.AsText("Not recorded");
    }
}

/// <summary>Says of the live region below it how fresh it is: <c>Updated 08:05</c>. The script of the page goes on writing it.</summary>
[HtmlTargetElement("updated", TagStructure = TagStructure.WithoutEndTag)]
public sealed class UpdatedTagHelper(FacilityClock clock) : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "p";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "hw-live");
        output.Attributes.SetAttribute("aria-live", "polite");
        output.Content.SetContent($"Updated {Words.Time(clock.Local(clock.Now))}");
    }
}

/// <summary>Day and time together: <c>05-Jan-2026 08:05</c>.</summary>
[HtmlTargetElement("date-time", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DateTimeTagHelper(FacilityClock clock) : TagHelper
{
    public DateTimeOffset? Value { get; set; }
    public bool Long { get; set; }
    public string Unknown { get; set; } = "Not recorded";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Value is not { } at)
        {
            output.AsText(Unknown);
            return;
        }

        var local = clock.Local(at);
        var day = DateOnly.FromDateTime(local.DateTime);
        output.AsTime(Words.Instant(at), Long ? $"{Words.LongDate(day)} at {Words.PlainTime(local)}" : $"{Words.Date(day)} {Words.Time(local)}");
    }
}

/// <summary>An amount with its currency's symbol and decimals; a negative one is a <c>refund</c> or <c>credit</c> in words.</summary>
[HtmlTargetElement("money", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MoneyTagHelper : TagHelper
{
    public Money? Value { get; set; }
    /// <summary>What a negative amount is: refund or credit.</summary>
    public string Negative { get; set; } = "credit";
    public string Unknown { get; set; } = "Not priced";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Value is not { } amount)
        {
            output.AsText(Unknown);
            return;
        }

        output.TagName = "data";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "hw-money");
        output.Attributes.SetAttribute("value", amount.Amount.ToString(CultureInfo.InvariantCulture));
        output.Content.SetContent(Words.Money(amount) + (amount.IsNegative ? $" {Negative}" : ""));
    }
}

internal static class FormatOutput
{
    public static void AsText(this TagHelperOutput output, string text)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "hw-unknown");
        output.Content.SetContent(text);
    }

    public static void AsTime(this TagHelperOutput output, string machine, string human)
    {
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", machine);
        output.Content.SetContent(human);
    }

    /// <summary>A day among other words; nothing is known of a day that is null but the words.</summary>
    public static TagHelperContent AppendTime(this TagHelperContent content, DateOnly? day, string human) => day is { } known
        ? content.AppendHtml($"<time datetime=\"{Words.Machine(known)}\">").Append(human).AppendHtml("</time>")
        : content.Append(human);
}

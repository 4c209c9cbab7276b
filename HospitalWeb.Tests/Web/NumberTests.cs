using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace HospitalWeb.Tests.Web;

/// <summary>Every form of the demo hospital that asks for a number, given numbers that nobody means.</summary>
public sealed class NumberTests(WalkedHospital walked) : IClassFixture<WalkedHospital>
{
    private const string Numbers = "input[inputmode=decimal], input[inputmode=numeric], input[type=number]";
    private const int AskedAtLeast = 15;

    [Theory]
    [InlineData("-1"), InlineData("2147483648"), InlineData("79228162514264337593543950335"), InlineData("0.00000000000000000001")]
    public async Task It_is_refused_in_words_or_taken_but_breaks_nothing(string number)
    {
        List<string> wrong = [];
        var asked = 0;
        foreach (var step in walked.Steps.DistinctBy(step => step.Route).Where(step => step.Page.Document.QuerySelector($"main form[method=post] :is({Numbers})") is not null))
        {
            asked++;
            var page = await step.Page.Browser.Open(step.Path);
            if (page.Document.QuerySelector<IHtmlFormElement>("main form[method=post]") is not { } form) continue;

            var numbers = form.QuerySelectorAll<IHtmlInputElement>(Numbers).Select(field => (field.Name!, number));
            var words = form.QuerySelectorAll<IHtmlInputElement>("input[type=text], input:not([type])").Where(field => !field.Matches(Numbers) && field.Value == "").Select(field => (field.Name!, "Text"));
            var areas = form.QuerySelectorAll<IHtmlTextAreaElement>("textarea[name]").Where(area => area.Value == "").Select(area => (area.Name!, "Text"));
            var choices = form.QuerySelectorAll<IHtmlSelectElement>("select[name]").Where(select => select.Options.Length > 0).Select(select => (select.Name!, select.Options[^1].Value));
            var answer = await page.Submit([.. numbers.Concat(words).Concat(areas).Concat(choices).DistinctBy(field => field.Item1)]);
            if (answer.Status is not (HttpStatusCode.OK or HttpStatusCode.UnprocessableEntity or HttpStatusCode.Conflict)) wrong.Add($"{step}: {answer.Status}");
            if (answer.Status == HttpStatusCode.UnprocessableEntity && answer.Errors == "") wrong.Add($"{step}: nothing is said");
        }

        Assert.Empty(wrong);
        Assert.True(asked >= AskedAtLeast, $"Only {asked} forms ask for a number.");
    }
}

using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using HospitalWeb.Tests.Support;

namespace HospitalWeb.Tests.Web;

public sealed partial class EveryPageTests
{
    // What is refused must be refused by the form itself, not taken: these take any words at all, or none.
    private const int RefusedAtLeast = 40;

    [Fact]
    public async Task A_form_that_comes_back_says_so_first_leads_to_its_fields_and_keeps_what_was_typed()
    {
        var refused = 0;
        List<string> wrong = [];
        foreach (var step in walked.Steps.DistinctBy(step => step.Route).Where(step => step.Role is not null && !step.Route.StartsWith("/Identity", StringComparison.Ordinal)))
        {
            if (step.Page.Document.QuerySelector<IHtmlFormElement>("main form[method=post]") is not { } form) continue;
            var typed = form.QuerySelectorAll("input:not([type]), input[type=text], input[type=search], input[type=email], input[type=tel], textarea").Select(field => field.GetAttribute("name")).OfType<string>().Distinct()
                .ToDictionary(name => name, name => $"Zürich {name.Length}");
            var answer = await step.Page.Submit([.. typed.Select(field => (field.Key, field.Value)), .. form.QuerySelectorAll<IHtmlSelectElement>("select[name]").Select(select => (select.Name!, ""))]);
            if (answer.Status != HttpStatusCode.UnprocessableEntity) continue;

            refused++;
            wrong.AddRange(Faults(answer, typed).Select(fault => $"{step}: {fault}"));
        }

        None(wrong);
        Assert.True(refused >= RefusedAtLeast, $"Only {refused} forms were refused.");
    }

    private static IEnumerable<string> Faults(Browser.Page answer, Dictionary<string, string> typed)
    {
        if (!answer.Title.StartsWith("Error: ", StringComparison.Ordinal)) yield return $"its title is {answer.Title}";
        if (answer.Document.QuerySelector("main [role=alert]") is not { } summary)
        {
            yield return "nothing says that there is a problem";
            yield break;
        }

        foreach (var link in summary.QuerySelectorAll("a[href^='#']"))
            if (answer.Document.GetElementById(link.GetAttribute("href")![1..]) is null) yield return $"{link.TextContent} leads nowhere";
        var places = summary.QuerySelectorAll("a[href^='#']").Select(link => answer.Document.GetElementById(link.GetAttribute("href")![1..])).OfType<IElement>().Select(field => answer.Document.All.Index(field)).ToList();
        if (!places.SequenceEqual(places.Order())) yield return "what is wrong is not said in the order of the fields";
        foreach (var invalid in answer.Document.QuerySelectorAll(".field-validation-error[data-valmsg-for]"))
            if (summary.QuerySelector("a[href^='#']") is null) yield return $"{invalid.TextContent} is said at its field alone";
        foreach (var (name, value) in typed)
            if (answer.Document.QuerySelector($"main [name='{name}']") is { } field && (field is IHtmlTextAreaElement area ? area.Value : field.GetAttribute("value")) is var kept && kept != value) yield return $"{name} came back as {kept}";
    }
}

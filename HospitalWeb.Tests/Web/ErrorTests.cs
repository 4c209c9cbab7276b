using System.Net;
using HospitalWeb.Tests.Access;
using HospitalWeb.Tests.Support;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace HospitalWeb.Tests.Web;

/// <summary>A program in which every page fails, either before or after all that guards it.</summary>
public sealed class ErrorTests(TestServer server)
{
    private const string Failure = "SELECT secret FROM Patient WHERE name = 'Featherstone' in /srv/hospital/Page.cs";
    private static readonly string[] Never = ["SELECT", "Featherstone", "/srv", "Page.cs", ":line", "   at ", "Exception", "Npgsql", "Microsoft."];

    [Theory]
    [InlineData(int.MinValue, "text/html"), InlineData(int.MinValue, "application/json"), InlineData(int.MaxValue, "text/html")]
    public async Task It_is_told_in_a_sentence_with_a_reference_and_nothing_of_the_failure(int place, string accept)
    {
        await using var app = new HospitalApp(server);
        app.Changes.Add(services => services.Configure<MvcOptions>(mvc => mvc.Filters.Insert(0, new Failing(place))));
        await app.InitializeAsync();
        var before = await app.HashesAsync();
        List<string> wrong = [];
        var failed = 0;

        foreach (var (page, roles) in AccessTable.SignedIn)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, AccessTests.Filled(page)) { Headers = { { "Accept", accept } } };
            foreach (var (name, value) in Principal.By(roles[0].ToString())) request.Headers.Add(name, value);
            using var answer = await app.CreateClient().SendAsync(request);
            var said = await answer.Content.ReadAsStringAsync();
            // Nothing has this id, which is found out before it comes to fail inside.
            if (place == int.MaxValue && answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Redirect) continue;

            failed++;
            if (answer.StatusCode != HttpStatusCode.InternalServerError || answer.Content.Headers.ContentType?.MediaType != accept || !said.Contains("eference", StringComparison.Ordinal)) wrong.Add($"{page}: {(int)answer.StatusCode} {answer.Content.Headers.ContentType}");
            wrong.AddRange(Never.Where(word => said.Contains(word, StringComparison.Ordinal)).Select(word => $"{page} says {word}").Concat(ResponseHeaders.Missing(answer)));
        }

        Assert.Equal([], wrong);
        Assert.InRange(failed, 30, int.MaxValue);
        Assert.Equal([], (await app.HashesAsync()).ChangedSince(before));
    }

    private sealed class Failing(int place) : IAsyncPageFilter, IOrderedFilter
    {
        public int Order => place;

        public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

        public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next) =>
            context.HttpContext.IsShowingError() ? next() : throw new InvalidOperationException(Failure);
    }
}

using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace HospitalWeb.Tests.Support;

/// <summary>Opens pages and sends the forms that are on them, hidden fields and antiforgery token included.</summary>
public sealed class Browser(HttpClient client)
{
    private const string SearchForm = "main form[role=search]";

    public HttpClient Client => client;

    public async Task<Page> Open(string path) => await Read(await client.GetAsync(path));

    /// <summary>Opens a page and sends its search with these words.</summary>
    public async Task<Page> Search(string path, string words)
    {
        var page = await Open(path);
        return await page.SubmitForm(SearchForm, (page.Document.QuerySelector($"{SearchForm} [name=q i]")!.GetAttribute("name")!, words));
    }

    private async Task<Page> Read(HttpResponseMessage response) => new(this, response,
        await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync()));

    public sealed record Page(Browser Browser, HttpResponseMessage Response, IHtmlDocument Document)
    {
        public HttpStatusCode Status => Response.StatusCode;
        public string Path => Response.RequestMessage!.RequestUri!.AbsolutePath;
        public string PathAndQuery => Response.RequestMessage!.RequestUri!.PathAndQuery;
        public string Notice => Text("[role=status]");
        public string Errors => Text("[role=alert]");
        public string Title => Document.Title ?? "";
        /// <summary>The words of the page's main part, with single spaces.</summary>
        public string Main => Text("main");

        public string Text(string selector) => string.Join(' ', (Document.QuerySelector(selector)?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        public IReadOnlyList<string> Texts(string selector) => [.. Document.QuerySelectorAll(selector).Select(e => string.Join(' ', e.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];

        /// <summary>Follows the link with these words.</summary>
        public Task<Page> Click(string words) => Browser.Open(
            Document.QuerySelectorAll<IHtmlAnchorElement>("a[href]").FirstOrDefault(a => a.TextContent.Trim() == words)?.GetAttribute("href") ?? throw new InvalidOperationException($"{Path} has no link \"{words}\"."));

        /// <summary>Sends the first form of the main part with these values in place of those it shows.</summary>
        public Task<Page> Submit(params (string Name, string Value)[] fields) => SubmitForm("main form[method=post]", fields);

        public async Task<Page> SubmitForm(string selector, params (string Name, string Value)[] fields)
        {
            var form = Document.QuerySelector<IHtmlFormElement>(selector) ?? throw new InvalidOperationException($"{Path} has no form {selector}: {Status} {Main}");
            var values = Values(form).ToList();
            foreach (var group in fields.GroupBy(f => f.Name))
            {
                if (form.QuerySelector($"[name='{group.Key}']") is null) throw new InvalidOperationException($"{Path} has no field {group.Key}.");
                values.RemoveAll(value => value.Key == group.Key);
                values.AddRange(group.Select(field => KeyValuePair.Create(field.Name, field.Value)));
            }

            var target = form.GetAttribute("action") is { Length: > 0 } action ? action : PathAndQuery;
            return await Browser.Read(form.Method == "get"
                ? await Browser.Client.GetAsync(target.Split('?')[0] + "?" + await new FormUrlEncodedContent(values).ReadAsStringAsync())
                : await Browser.Client.PostAsync(target, new FormUrlEncodedContent(values)));
        }

        private static IEnumerable<KeyValuePair<string, string>> Values(IHtmlFormElement form)
        {
            foreach (var input in form.QuerySelectorAll<IHtmlInputElement>("input[name]").Where(i => i.Type is not ("checkbox" or "radio" or "submit") || i.IsChecked))
                yield return new(input.Name!, input.Value);
            foreach (var area in form.QuerySelectorAll<IHtmlTextAreaElement>("textarea[name]")) yield return new(area.Name!, area.Value);
            foreach (var select in form.QuerySelectorAll<IHtmlSelectElement>("select[name]").Where(s => s.Options.Length > 0)) yield return new(select.Name!, select.Value ?? "");
        }
    }
}

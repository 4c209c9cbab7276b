using System.Text.Json;
using System.Text.Json.Nodes;

namespace HospitalWeb.Web;

/// <summary>Where browsers tell that a page tried something its policy forbids. Only which rule it was goes to the log: addresses could name a patient.</summary>
public static partial class CspReports
{
    public const string Path = "/csp-report";
    private const int MaxBytes = 16 * 1024;

    public static void MapCspReports(this WebApplication app) => app.MapPost(Path, async (HttpContext http, ILoggerFactory logs) =>
    {
        if (http.Request.ContentLength is null or > MaxBytes) return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        try
        {
            foreach (var rule in Rules(await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted)).Take(5)) Refused(logs.CreateLogger("ContentSecurityPolicy"), rule);
        }
        catch (JsonException)
        {
            return Results.BadRequest();
        }

        return Results.NoContent();
    }).AllowAnonymous().WithMetadata(new LimitedAttribute(Limit.Report));

    private static IEnumerable<string> Rules(JsonNode? body) => body switch
    {
        JsonArray many => many.Select(report => report?["body"]?["effectiveDirective"]),
        JsonObject one => [one["csp-report"]?["violated-directive"]],
        _ => Array.Empty<JsonNode?>(),
    } is var rules ? rules.OfType<JsonValue>().Select(rule => string.Concat(rule.ToString().Where(c => char.IsAsciiLetterOrDigit(c) || c == '-').Take(40))) : [];

    [LoggerMessage(LogLevel.Warning, "A browser refused something that a page tried: {Rule}.")]
    private static partial void Refused(ILogger log, string rule);
}

namespace HospitalWeb.Tests.Web;

/// <summary>The headers that every answer carries, whatever it is.</summary>
internal static class ResponseHeaders
{
    private static readonly (string Name, string Holds)[] Every =
    [
        ("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'"), ("Content-Security-Policy", "frame-ancestors 'none'"), ("Content-Security-Policy", "require-trusted-types-for 'script'"),
        ("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "DENY"), ("Referrer-Policy", "no-referrer"), ("Permissions-Policy", "camera=()"),
        ("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin"), ("Cross-Origin-Embedder-Policy", "require-corp"),
    ];

    public static IEnumerable<string> Missing(HttpResponseMessage answer, bool isStatic = false)
    {
        foreach (var (name, holds) in Every)
            if (!answer.Headers.TryGetValues(name, out var values) || !string.Join(' ', values).Contains(holds, StringComparison.Ordinal)) yield return $"{answer.RequestMessage?.RequestUri} ({(int)answer.StatusCode}) lacks {name}: {holds}";
        if (!isStatic && answer.Headers.CacheControl?.NoStore != true) yield return $"{answer.RequestMessage?.RequestUri} ({(int)answer.StatusCode}) may be kept in a cache";
        if (answer.Headers.Contains("Server") || answer.Headers.Contains("X-Powered-By")) yield return $"{answer.RequestMessage?.RequestUri} says what serves it";
        if (answer.Content.Headers.ContentType is { MediaType: "text/html" or "text/plain" or "text/css" or "text/csv", CharSet: null } type && !isStatic) yield return $"{answer.RequestMessage?.RequestUri} is {type.MediaType} without a character set";
    }
}

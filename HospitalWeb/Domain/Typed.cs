namespace HospitalWeb.Domain;

internal static class Typed
{
    /// <summary>What was typed without the spaces around it; nothing typed is null.</summary>
    public static string? TrimToNull(this string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

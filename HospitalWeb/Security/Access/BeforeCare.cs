using HospitalWeb.Data.Access;

namespace HospitalWeb.Security.Access;

/// <summary>A page that begins with people whom nobody here treats yet, such as an admission: its permission is enough for all but confidential patients.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class BeforeCareAttribute : Attribute;

public static class Desks
{
    /// <summary>The desk whose pages an area holds; null where there are no patients of others.</summary>
    public static Desk? Of(string? area) => Enum.TryParse<Desk>(area, out var desk) ? desk : null;
}

using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace HospitalWeb.Web;

public static class EnumWords
{
    private static readonly ConcurrentDictionary<Enum, string> Known = new();

    /// <summary>The words of an enum's member: those of its Display attribute, else its name with spaces.</summary>
    public static string InWords(this Enum value) => Known.GetOrAdd(value, static member =>
        member.GetType().GetField(member.ToString())?.GetCustomAttribute<DisplayAttribute>()?.GetName() ?? Words.Spaced(member.ToString()));
}

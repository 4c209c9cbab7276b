using System.Runtime.CompilerServices;
using HospitalWeb.Security.Encryption;

namespace HospitalWeb.Data.Encryption;

/// <summary>
/// Which row a text belongs to. A value converter sees nothing but the text, so this is remembered by the very object:
/// on reading, of the row it was encrypted for; before writing, of the row it is written to.
/// </summary>
internal sealed record Binding(string Place, Guid Row, DataKeyInUse? Key)
{
    private static readonly ConditionalWeakTable<string, List<Binding>> Bindings = [];

    public static void Bind(string text, string place, Guid row, DataKeyInUse? key)
    {
        var all = Bindings.GetOrCreateValue(text);
        lock (all)
        {
            all.RemoveAll(b => b.Place == place);
            all.Add(new(place, row, key));
        }
    }

    public static Binding? Of(string text, string place)
    {
        if (!Bindings.TryGetValue(text, out var all)) return null;
        lock (all) return all.Find(b => b.Place == place);
    }
}

using System.Collections.Frozen;
using HospitalWeb.Data;

namespace HospitalWeb.Security.Passwords;

/// <summary>The 30,000 passwords most often found in leaks, as the zxcvbn project collected them (MIT licence, Dropbox, Inc.), in small letters.</summary>
public static class CommonPasswords
{
    private static readonly Lazy<FrozenSet<string>> Known = new(() =>
    {
        using var list = ReferenceFiles.Open("common-passwords.txt");
        return list.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToFrozenSet(StringComparer.Ordinal);
    });

    public static int Count => Known.Value.Count;

    /// <summary>Whether it is one of them, also with digits or marks before or behind it.</summary>
    public static bool Contain(string small)
    {
        var word = small.Trim([.. small.Where(letter => !char.IsLetter(letter)).Distinct()]);
        return Known.Value.Contains(small) || Known.Value.Contains(word);
    }
}

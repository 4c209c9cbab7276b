namespace HospitalWeb.Domain.DrugSafety;

/// <summary>Known substances that look like what somebody typed: those that begin the same way, and those a slip or two away.</summary>
public static class SubstanceSuggestions
{
    private const int Most = 6, ShortestWord = 4;

    public static IReadOnlyList<(string Code, string Name)> For(string typed, DrugReference drugs)
    {
        var words = typed.ToLowerInvariant().Split((char[])[' ', ',', '-', '/'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length >= ShortestWord).ToList();
        return [.. drugs.Classes.Select(c => (c.Code, c.Name)).Concat(drugs.Ingredients.Select(i => (i.Code, i.Name)))
            .Select(known => (Known: known, Away: words.Select(word => Distance(word.TrimEnd('s'), known.Name.ToLowerInvariant().TrimEnd('s'))).DefaultIfEmpty(int.MaxValue).Min()))
            .Where(found => found.Away <= 2)
            .OrderBy(found => found.Away).ThenBy(found => found.Known.Name, StringComparer.Ordinal)
            .Select(found => found.Known).Take(Most)];
    }

    // How many letters must be changed, added or left out; 1 where the one begins the other.
    private static int Distance(string typed, string known)
    {
        if (known.StartsWith(typed, StringComparison.Ordinal) || typed.StartsWith(known, StringComparison.Ordinal)) return typed == known ? 0 : 1;
        if (Math.Abs(typed.Length - known.Length) > 2) return int.MaxValue;

        var row = Enumerable.Range(0, known.Length + 1).ToArray();
        for (var i = 1; i <= typed.Length; i++)
        {
            var (corner, _) = (row[0], row[0] = i);
            for (var j = 1; j <= known.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, corner + (typed[i - 1] == known[j - 1] ? 0 : 1));
                corner = above;
            }
        }
        return row[^1];
    }
}

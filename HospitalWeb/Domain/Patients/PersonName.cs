namespace HospitalWeb.Domain.Patients;

/// <summary>A person's name as given. People with a single name have only a family name.</summary>
public sealed record PersonName(string FamilyName, string GivenName = "")
{
    public const int PartMaxLength = 100;
    public const int TitleMaxLength = 20;

    public static readonly PersonName Unknown = new("Unknown", "Unknown");

    public string? Title { get; init; }
    public string? MiddleName { get; init; }
    public string? PreferredName { get; init; }

    /// <summary>"SMITH, Jane (Mrs)": for lists and for staff.</summary>
    public string InLists
    {
        get
        {
            var given = string.Join(' ', new[] { GivenName, MiddleName }.Where(part => !string.IsNullOrWhiteSpace(part)));
            var title = string.IsNullOrWhiteSpace(Title) ? "" : $" ({Title.TrimEnd('.')})";
            return given == "" ? FamilyName.ToUpperInvariant() + title : $"{FamilyName.ToUpperInvariant()}, {given}{title}";
        }
    }

    /// <summary>Reads a name back from a list: what is called out is the family name and the first of the given ones.</summary>
    public static PersonName OfList(string inLists)
    {
        var name = inLists.EndsWith(')') && inLists.LastIndexOf(" (", StringComparison.Ordinal) is > 0 and var title ? inLists[..title] : inLists;
        return name.Split(", ", 2) is [var family, var given] ? new(family, given.Split(' ')[0]) : new(name);
    }

    /// <summary>"Jane Smith": for the person.</summary>
    public string InFull => string.Join(' ', new[] { GivenName, FamilyName }.Where(part => part != ""));

    public PersonName Tidied()
    {
        BrokenRule.When(string.IsNullOrWhiteSpace(FamilyName), "Enter the family name. For a person with a single name, enter it here.");

        return new(FamilyName.Trim(), GivenName.Trim()) { Title = Title.TrimToNull(), MiddleName = MiddleName.TrimToNull(), PreferredName = PreferredName.TrimToNull() };
    }
}

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

    /// <summary>"Jane Smith": for the person.</summary>
    public string InFull => string.Join(' ', new[] { GivenName, FamilyName }.Where(part => part != ""));

    public PersonName Tidied()
    {
        BrokenRule.When(string.IsNullOrWhiteSpace(FamilyName), "Enter the family name. For a person with a single name, enter it here.");

        return new(FamilyName.Trim(), GivenName.Trim()) { Title = Title.TrimToNull(), MiddleName = MiddleName.TrimToNull(), PreferredName = PreferredName.TrimToNull() };
    }
}

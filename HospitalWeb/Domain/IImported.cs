namespace HospitalWeb.Domain;

/// <summary>
/// A row that may have been imported. Imported history is history: rules for new acts do not apply to it.
/// <see cref="ImportedFrom"/> names the row in the system it came from and is unique per table, so that importing twice adds nothing; null on what was made here.
/// </summary>
public interface IImported
{
    const int ImportedFromMaxLength = 200;

    string? ImportedFrom { get; }
}

using System.ComponentModel.DataAnnotations;

namespace HospitalWeb.Domain.Staff;

/// <summary>Somebody who treats patients here. Only an active practitioner with a licence in force may sign.</summary>
public sealed class Practitioner : IImported
{
    public const int LicenceMaxLength = 50;
    public const int BiographyMaxLength = 2000;

    public Practitioner(string? title, string givenName, string familyName) => Rename(title, givenName, familyName);

    public Guid Id { get; private set; }
    public string? ImportedFrom { get; init; }
    public required Profession Profession { get; init; }
    public string? Title { get; private set; }
    public string GivenName { get; private set; } = "";
    public string FamilyName { get; private set; } = "";
    /// <summary>"Dr A Patel", kept so that lists can select it.</summary>
    public string DisplayName { get; private set; } = "";
    public string? LicenceNumber { get; init; }
    public DateOnly? LicenceExpiresOn { get; private set; }
    public Guid? DepartmentId { get; private set; }
    public Department? Department { get; set; }
    public string? Specialty { get; set; }
    public List<string> Languages { get; set; } = [];
    public string? Biography { get; set; }
    public bool IsActive { get; private set; } = true;

    public bool MaySign(DateOnly on) => IsActive && LicenceNumber is not null && !(LicenceExpiresOn < on);

    public void Rename(string? title, string givenName, string familyName)
    {
        (Title, GivenName, FamilyName) = (title?.Trim().TrimEnd('.').TrimToNull(), givenName.Trim(), familyName.Trim());
        DisplayName = string.Join(' ', new[] { Title, GivenName is [var initial, ..] ? char.ToUpperInvariant(initial).ToString() : null, FamilyName }.Where(part => part is not null));
    }

    public void RenewLicence(DateOnly expiresOn) => LicenceExpiresOn = expiresOn;

    public void Leave() => IsActive = false;

    public void Return() => IsActive = true;
}

public enum Profession
{
    Doctor,
    Nurse,
    Pharmacist,
    [Display(Name = "Laboratory technician")] LabTechnician,
    Radiographer,
    Other,
}

namespace HospitalWeb.Domain.Staff;

/// <summary>A hospital, practice or laboratory elsewhere, where imported history took place. Nobody works or is booked there from here.</summary>
public sealed class OutsideOrganization : IImported
{
    public const int NameMaxLength = 200;
    public const int PhoneMaxLength = 40;
    public const int AddressMaxLength = 400;

    public Guid Id { get; private set; }
    public string? ImportedFrom { get; init; }
    public required string Name { get; init; }
    public string? Phone { get; init; }
    public string? Address { get; init; }
}

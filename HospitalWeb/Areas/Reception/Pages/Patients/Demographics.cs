using System.ComponentModel.DataAnnotations;
using HospitalWeb.Domain.Patients;

namespace HospitalWeb.Areas.Reception.Pages.Patients;

/// <summary>The questions that the front desk asks about a person.</summary>
public sealed class Demographics : IValidatableObject
{
    [Display(Name = "The patient cannot say who they are")]
    public bool IsUnknown { get; set; }

    [StringLength(PersonName.TitleMaxLength)]
    public string? Title { get; set; }

    [StringLength(PersonName.PartMaxLength)]
    public string? GivenName { get; set; }

    [StringLength(PersonName.PartMaxLength)]
    public string? MiddleName { get; set; }

    [StringLength(PersonName.PartMaxLength)]
    public string? FamilyName { get; set; }

    [StringLength(PersonName.PartMaxLength)]
    public string? PreferredName { get; set; }

    [Required(ErrorMessage = "Choose the sex. Choose Not known when nobody can say.")]
    public Sex? Sex { get; set; }

    public DateOnly? BirthDate { get; set; }

    [Range(0, Birth.OldestYears, ErrorMessage = "Enter the age in whole years, for example 45.")]
    public int? Age { get; set; }

    [StringLength(Patient.PhoneMaxLength), RegularExpression(@"[\d\s()+./x-]*\d[\d\s()+./x-]*", ErrorMessage = "Enter the phone number in digits, for example 020 7946 0000.")]
    public string? Phone { get; set; }

    [StringLength(Patient.EmailMaxLength), EmailAddress(ErrorMessage = "Enter an email address like name@example.org.")]
    public string? Email { get; set; }

    [StringLength(200)] public string? Line1 { get; set; }
    [StringLength(200)] public string? Line2 { get; set; }
    [StringLength(200)] public string? City { get; set; }
    [StringLength(200)] public string? State { get; set; }
    [StringLength(200)] public string? Postcode { get; set; }
    [StringLength(200)] public string? Country { get; set; }
    [StringLength(200)] public string? Language { get; set; }
    [StringLength(200)] public string? ContactName { get; set; }
    [StringLength(200)] public string? ContactRelationship { get; set; }
    [StringLength(Patient.PhoneMaxLength)] public string? ContactPhone { get; set; }

    public PersonName Name => IsUnknown && string.IsNullOrWhiteSpace(FamilyName)
        ? PersonName.Unknown
        : new(FamilyName ?? "", GivenName ?? "") { Title = Title, MiddleName = MiddleName, PreferredName = PreferredName };

    public Birth BirthOn(DateOnly today) => BirthDate is { } date ? new Birth(date).Checked(today) : Age is { } age ? Birth.About(age, today) : Birth.NotKnown;

    public Address Address => new() { Line1 = Line1, Line2 = Line2, City = City, State = State, Postcode = Postcode, Country = Country };

    public IEnumerable<Contact> Contacts => string.IsNullOrWhiteSpace(ContactName) ? [] : [new() { Name = ContactName.Trim(), Relationship = ContactRelationship, Phone = ContactPhone }];

    public IEnumerable<ValidationResult> Validate(ValidationContext context)
    {
        if (IsUnknown) yield break;
        if (string.IsNullOrWhiteSpace(FamilyName)) yield return new("Enter the family name. For a person with a single name, enter it here.", [nameof(FamilyName)]);
        if (BirthDate is null && Age is null) yield return new("Enter the birth date, for example 14-Jul-1945, or the age if nobody knows the date.", [nameof(BirthDate)]);
    }

    public static Demographics Of(Patient p, DateOnly today) => new()
    {
        Title = p.Title, GivenName = p.GivenName, MiddleName = p.MiddleName, FamilyName = p.FamilyName, PreferredName = p.PreferredName, Sex = p.Sex,
        BirthDate = p.BirthDateIsEstimated ? null : p.BirthDate, Age = p.BirthDateIsEstimated ? p.AgeOn(today) : null, IsUnknown = p.BirthDate is null, Phone = p.Phone, Email = p.Email, Language = p.Language,
        Line1 = p.Address.Line1, Line2 = p.Address.Line2, City = p.Address.City, State = p.Address.State, Postcode = p.Address.Postcode, Country = p.Address.Country,
        ContactName = p.Contacts.FirstOrDefault()?.Name, ContactRelationship = p.Contacts.FirstOrDefault()?.Relationship, ContactPhone = p.Contacts.FirstOrDefault()?.Phone,
    };
}

/// <summary>A page that asks them.</summary>
public interface IAsksDemographics
{
    Demographics Input { get; }
}

namespace HospitalWeb.Domain.Patients;

/// <summary>
/// Somebody whom the hospital cares for; with or without a portal account, known by name or not.
/// Whatever the patient is searched by changes through a verb here, which keeps the search terms true.
/// </summary>
public sealed class Patient : INumbered, IImported
{
    public const int EmailMaxLength = 254;
    public const int PhoneMaxLength = 40;
    public const int ProtectionReasonMaxLength = 500;

    private Patient() { }

    public static string Prefix => "PAT";

    public Guid Id { get; private set; }
    public int Number { get; private set; }
    public string? ImportedFrom { get; private init; }
    public string? Title { get; private set; }
    public string GivenName { get; private set; } = "";
    public string? MiddleName { get; private set; }
    public string FamilyName { get; private set; } = "";
    public string? PreferredName { get; private set; }
    /// <summary>The family name before, such as a maiden name: people are still looked for by it.</summary>
    public string? FormerFamilyName { get; private set; }
    /// <summary>Kept beside the parts, so that lists can select and sort it.</summary>
    public string ListName { get; private set; } = "";
    public string FullName { get; private set; } = "";
    public Sex Sex { get; private set; }
    public string? GenderIdentity { get; set; }
    public DateOnly? BirthDate { get; private set; }
    public bool BirthDateIsEstimated { get; private set; }
    public DateTimeOffset? DiedAt { get; private set; }
    public string? Phone { get; private set; }
    public string? Email { get; private set; }
    public Address Address { get; private set; } = new();
    public List<Contact> Contacts { get; private set; } = [];
    public string? Language { get; set; }
    public string? MothersMaidenName { get; set; }
    public BloodGroup BloodGroup { get; private set; }
    public bool BloodGroupIsConfirmed { get; private set; }
    public AllergyStatus AllergyStatus { get; private set; }
    /// <summary>Who last asked about allergies, and when.</summary>
    public Stamp? AllergyReviewed { get; private set; }
    public List<Allergy> Allergies { get; private set; } = [];
    public List<PatientFlag> Flags { get; private set; } = [];
    public List<PatientIdentifier> Identifiers { get; private set; } = [];
    public List<PatientSearchTerm> SearchTerms { get; private set; } = [];
    public Stamp? Registered { get; private init; }
    /// <summary>Why the patient was registered although the record looked like another one.</summary>
    public string? DuplicateReason { get; private set; }
    /// <summary>Found by nobody who does not treat the patient.</summary>
    public bool IsConfidential { get; private set; }
    /// <summary>Why the record was protected, or opened again, by whom and when.</summary>
    public string? ProtectionReason { get; private set; }
    public Stamp? ProtectionChanged { get; private set; }

    public bool IsDeceased => DiedAt is not null;
    public PersonName Name => new(FamilyName, GivenName) { Title = Title, MiddleName = MiddleName, PreferredName = PreferredName };

    /// <summary>Age in whole years; null when the birth date is not known.</summary>
    public int? AgeOn(DateOnly date) => BirthDate is { } born ? Age.Years(born, date) : null;

    public static Patient Register(PersonName name, Sex sex, Birth birth, Stamp? registered = null, string? importedFrom = null)
    {
        var patient = new Patient { Sex = sex, Registered = registered, ImportedFrom = importedFrom };
        patient.Take(name);
        patient.Take(birth);
        patient.Index();
        return patient;
    }

    public void Rename(PersonName name)
    {
        Take(name);
        Reindex();
    }

    public void RememberFormerName(string familyName)
    {
        FormerFamilyName = familyName.TrimToNull();
        Reindex();
    }

    public void CorrectBirth(Birth birth, Sex sex)
    {
        Sex = sex;
        Take(birth);
        Reindex();
    }

    public void Reach(string? phone, string? email, Address address)
    {
        (Phone, Email, Address) = (phone.TrimToNull(), email.TrimToNull(), address);
    }

    public void Identify(string system, string value)
    {
        if (Identifiers.Any(i => i.System == system && PatientIdentifier.Plain(i.Value) == PatientIdentifier.Plain(value))) return;
        Identifiers.Add(new() { System = system, Value = value.Trim() });
    }

    public void NameContacts(IEnumerable<Contact> contacts)
    {
        Contacts = [.. contacts];
        BrokenRule.When(Contacts.Count > Contact.Most, $"Record at most {Contact.Most} contacts.");
    }

    public void KeepApart(string reason)
    {
        BrokenRule.When(string.IsNullOrWhiteSpace(reason), "Say why this is not one of the patients below.");
        DuplicateReason = reason.Trim();
    }

    public void Protect(bool isConfidential, string? reason, Stamp by)
    {
        BrokenRule.When(isConfidential == IsConfidential, isConfidential ? "This record is confidential already." : "This record is not confidential.");
        BrokenRule.When(string.IsNullOrWhiteSpace(reason), "Say why.");

        (IsConfidential, ProtectionReason, ProtectionChanged) = (isConfidential, reason!.Trim(), by);
    }

    public void Type(BloodGroup group, bool confirmedByLaboratory) => (BloodGroup, BloodGroupIsConfirmed) = (group, confirmedByLaboratory);

    public void Die(DateTimeOffset at)
    {
        BrokenRule.When(IsDeceased, $"The death of {ListName} is already recorded.");
        DiedAt = at;
    }

    public void RecordAllergy(Allergy allergy)
    {
        Allergies.Add(allergy);
        (AllergyStatus, AllergyReviewed) = (AllergyStatus.Recorded, allergy.Recorded);
    }

    /// <summary>The allergies must be loaded: an active one contradicts this.</summary>
    public void RecordNoKnownAllergies(Stamp asked)
    {
        BrokenRule.When(Allergies.Any(a => a.IsActive), "Active allergies are recorded. End them before you record that there are none.");
        (AllergyStatus, AllergyReviewed) = (AllergyStatus.NoneKnown, asked);
    }

    private void Take(PersonName given)
    {
        var name = given.Tidied();
        (Title, GivenName, MiddleName, FamilyName, PreferredName) = (name.Title, name.GivenName, name.MiddleName, name.FamilyName, name.PreferredName);
        (ListName, FullName) = (name.InLists, name.InFull);
    }

    private void Take(Birth birth) => (BirthDate, BirthDateIsEstimated) = (birth.Date, birth.IsEstimated);

    private void Reindex()
    {
        if (SearchTerms.Count == 0) throw new InvalidOperationException("Load the patient with its search terms before changing what it is searched by.");
        Index();
    }

    // Terms that stay are kept, so that a save writes only the difference.
    private void Index()
    {
        var now = PatientSearchTerm.For(this).ToDictionary(term => term.Term);
        SearchTerms.RemoveAll(old => !now.TryGetValue(old.Term, out var same) || same.IsWordStart != old.IsWordStart);
        SearchTerms.AddRange(now.Values.ExceptBy(SearchTerms.Select(kept => kept.Term), term => term.Term));
    }
}

using HospitalWeb.Domain.Facilities;
using HospitalWeb.Domain.Patients;

namespace HospitalWeb.Printing;

/// <summary>What one printed document says. Its Razor sheet in Printing/Sheets has the same name without the last word.</summary>
public abstract record Sheet
{
    /// <summary>The words at its head, such as Invoice.</summary>
    public abstract string Title { get; }
    /// <summary>The number people read aloud; also the name of the file.</summary>
    public abstract string Number { get; }
    public required SheetPatient Patient { get; init; }
    /// <summary>Leads to the page that says whether the paper is still good; null where there is nothing to verify.</summary>
    public string? VerificationCode { get; init; }
    public bool IsDraft { get; init; }
    /// <summary>What everybody who holds any page of it must know, in one word.</summary>
    public virtual string? Mark => IsDraft ? "DRAFT" : null;

    internal string View => GetType().Name[..^nameof(Sheet).Length];
}

/// <summary>Whose sheet it is: on every page of it.</summary>
public sealed record SheetPatient(string ListName, int Number, DateOnly? BirthDate, Sex Sex)
{
    public string HumanNumber => Domain.HumanNumber.Format(Domain.Patients.Patient.Prefix, Number);
}

/// <summary>What the hospital adds to a sheet when it leaves the printer.</summary>
public sealed record SheetFrame
{
    public required string Hospital { get; init; }
    public required Letterhead Letterhead { get; init; }
    public required DateTimeOffset PrintedAt { get; init; }
    public string? PrintedBy { get; init; }
    public bool IsCopy { get; init; }
    /// <summary>The QR square that leads to the verification page, as SVG.</summary>
    public string? Square { get; init; }
    public string? VerifyAddress { get; init; }
    /// <summary>The style sheet itself where the sheet must stand alone; null where it may be linked.</summary>
    public string? Style { get; init; }
}

using System.ComponentModel.DataAnnotations;
using HospitalWeb.Domain.Patients;

namespace HospitalWeb.Domain.Access;

/// <summary>Somebody who opens another's record at the portal: a parent until the child is of age, or whom a patient has asked to.</summary>
public sealed class PatientProxy
{
    /// <summary>From this birthday on nobody opens the record as a parent or guardian.</summary>
    public const int MajorityAge = 18;
    public const int EvidenceMaxLength = 300;
    /// <summary>An adult's own wish is asked for again after so long.</summary>
    public const int LongestYears = 2;

    public Guid Id { get; private set; }
    public required Patient Patient { get; init; }
    public Guid PatientId { get; private set; }
    /// <summary>The account of the proxy at the portal.</summary>
    public required Guid AccountId { get; init; }
    public required string Name { get; init; }
    public required ProxyRelationship Relationship { get; init; }
    public required ProxyScope Scope { get; init; }
    /// <summary>What was shown at the desk, such as a birth certificate or a signed consent.</summary>
    public required string Evidence { get; init; }
    public required Stamp Granted { get; init; }
    public required DateTimeOffset Until { get; init; }
    public Stamp? Ended { get; private set; }

    /// <summary>What the patient has asked for the patient takes back without asking anybody. A parent's right and a power of attorney are not the patient's to end.</summary>
    public bool IsPatientsOwnWish => Relationship == ProxyRelationship.Chosen;

    // The right lasts until the last day is over in the hospital's zone, which endOf knows.
    public static PatientProxy Grant(Patient patient, PortalUser proxy, ProxyTerms terms, DateOnly today, Func<DateOnly, DateTimeOffset> endOf, Stamp stamp)
    {
        var (relationship, lastDay) = (terms.Relationship, terms.LastDay);
        BrokenRule.When(patient.DiedAt is not null, "Nobody is made proxy of a patient who has died.");
        BrokenRule.When(proxy.PatientId == patient.Id, "This is the patient's own account.");
        BrokenRule.When(string.IsNullOrWhiteSpace(terms.Evidence), "Write down what was shown: a birth certificate, a court order, a signed consent.");
        if (relationship is ProxyRelationship.Parent or ProxyRelationship.Guardian)
        {
            BrokenRule.When(patient.BirthDate is null, "The birth date is not known: record it first.");
            var lastAsMinor = patient.BirthDate!.Value.AddYears(MajorityAge).AddDays(-1);
            BrokenRule.When(lastAsMinor < today, $"{patient.ListName} is of age. Record somebody whom the patient has asked, with the signed consent.");
            lastDay = lastDay is { } asked && asked < lastAsMinor ? asked : lastAsMinor;
        }

        BrokenRule.When(lastDay is null, "Enter the last day. Consent is asked for again after it.");
        BrokenRule.When(lastDay < today, "The last day must not be over.");
        BrokenRule.When(relationship is ProxyRelationship.Chosen or ProxyRelationship.Attorney && lastDay > today.AddYears(LongestYears), $"Choose a day within {LongestYears} years. Consent is asked for again after it.");

        return new() { Patient = patient, AccountId = proxy.AccountId, Name = proxy.Name, Relationship = relationship, Scope = terms.Scope, Evidence = terms.Evidence.Trim(), Granted = stamp, Until = endOf(lastDay!.Value) };
    }

    public bool IsActive(DateTimeOffset now) => Ended is null && now < Until;

    public void End(Stamp by)
    {
        BrokenRule.When(!IsActive(by.At), $"{Name} is no longer a proxy.");

        Ended = by;
    }
}

/// <summary>An account at the portal, and whose own record it opens.</summary>
public sealed record PortalUser(Guid AccountId, Guid? PatientId, string Name);

/// <summary>What is agreed at the desk. A parent or guardian may leave the last day to the one before the child is of age.</summary>
public sealed record ProxyTerms(ProxyRelationship Relationship, ProxyScope Scope, string Evidence, DateOnly? LastDay);

public enum ProxyRelationship { Parent, Guardian, [Display(Name = "Chosen by the patient")] Chosen, [Display(Name = "Power of attorney")] Attorney }

/// <summary>How much of the record a proxy opens.</summary>
public enum ProxyScope { [Display(Name = "The whole record")] Record, [Display(Name = "Appointments and bills only")] AppointmentsAndBills }

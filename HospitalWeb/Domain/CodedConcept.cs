namespace HospitalWeb.Domain;

/// <summary>A term of a terminology: the system's URI, its code and the words that were shown when it was chosen.</summary>
public sealed record CodedConcept(string System, string Code, string Display)
{
    public const int SystemMaxLength = 200;
    public const int CodeMaxLength = 40;
    public const int DisplayMaxLength = 300;

    public const string Icd10Cm = "http://hl7.org/fhir/sid/icd-10-cm";
    public const string Loinc = "http://loinc.org";
    public const string Snomed = "http://snomed.info/sct";
    public const string RxNorm = "http://www.nlm.nih.gov/research/umls/rxnorm";
    public const string Cvx = "http://hl7.org/fhir/sid/cvx";
}

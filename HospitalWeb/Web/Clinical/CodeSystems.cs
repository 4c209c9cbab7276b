using HospitalWeb.Domain;

namespace HospitalWeb.Web.Clinical;

/// <summary>Terminologies by the names people know them by.</summary>
public static class CodeSystems
{
    public static string Name(string system) => system switch
    {
        CodedConcept.Icd10Cm => "ICD-10-CM",
        CodedConcept.Loinc => "LOINC",
        CodedConcept.Snomed => "SNOMED CT",
        CodedConcept.RxNorm => "RxNorm",
        CodedConcept.Cvx => "CVX",
        _ => system,
    };
}

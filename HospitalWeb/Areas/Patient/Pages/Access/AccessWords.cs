using HospitalWeb.Domain.Audit;
using HospitalWeb.Web;

namespace HospitalWeb.Areas.PatientPortal.Pages.Access;

/// <summary>What somebody did with a record, as the patient would say it.</summary>
internal static class AccessWords
{
    private static readonly (string Part, string Words)[] Pages =
    [
        ("/vitals", "your vital signs"), ("/allergies", "your allergies"), ("/prescriptions", "your prescriptions"), ("/results", "your test results"), ("/lab/", "your test results"), ("/notes", "your visit notes"),
        ("/problems", "your health problems"), ("/flags", "the warnings in your record"), ("/care-team", "the team that treats you"), ("orders", "your tests"), ("/book", "your appointments"), ("/walk-in", "your appointments"), ("/visits", "your visits"), ("/billing/", "your bills"), ("/appointments", "your appointments"), ("/wards/", "your stay on the ward"),
    ];

    private static readonly Dictionary<string, string> Things = new()
    {
        ["Patient"] = "your details", ["Appointment"] = "an appointment of yours", ["Encounter"] = "your visit", ["VitalSigns"] = "your vital signs", ["Allergy"] = "your allergies", ["ClinicalNote"] = "your visit notes",
        ["NoteAmendment"] = "your visit notes", ["Diagnosis"] = "your diagnoses", ["Condition"] = "your health problems", ["Prescription"] = "your prescriptions", ["PrescriptionItem"] = "your prescriptions", ["Dispense"] = "your medicines",
        ["LabOrder"] = "your tests", ["LabOrderItem"] = "your tests", ["LabResult"] = "your test results", ["Specimen"] = "your tests", ["Charge"] = "your bills", ["Bill"] = "your bills", ["BillLine"] = "your bills",
        ["Receipt"] = "your bills", ["Payment"] = "your bills", ["Refund"] = "your bills", ["Credit"] = "your bills", ["Admission"] = "your stay on the ward", ["BedStay"] = "your stay on the ward",
        ["CareTeamMember"] = "the team that treats you", ["EmergencyAccess"] = "the emergency access to your record",
    };

    public static string Of(AuditAction action, string entityType, string path, bool inEmergency) =>
        (action, entityType) is (AuditAction.Create, "EmergencyAccess") ? "opened your record in an emergency, without treating you before" : $"{Of(action, entityType, path)}{(inEmergency ? " in an emergency" : "")}";

    private static string Of(AuditAction action, string entityType, string path) => action switch
    {
        AuditAction.Read => $"opened {Page(path)}",
        AuditAction.Print => $"printed {Page(path)}",
        AuditAction.Export => "made a file of your record",
        AuditAction.Create => $"added to {Thing(entityType)}",
        AuditAction.Delete => $"removed something from {Thing(entityType)}",
        _ => $"changed {Thing(entityType)}",
    };

    public static string Roles(string roles) => string.Join(", ", roles.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(Words.Spaced)).ToLowerInvariant();

    private static string Page(string path) => Pages.FirstOrDefault(page => path.Contains(page.Part, StringComparison.Ordinal)).Words ?? "your record";

    private static string Thing(string entityType) => Things.GetValueOrDefault(entityType, "your record");
}

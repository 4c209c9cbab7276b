using HospitalWeb.Domain.Encounters;

namespace HospitalWeb.Web.Clinical;

/// <summary>What a note says under which heading, without the headings under which it says nothing.</summary>
public static class NoteWords
{
    public static IEnumerable<(string Heading, string Text)> Parts(SoapNote note) => new[]
    {
        ("Chief complaint", note.Subjective.ChiefComplaint),
        ("History of the present illness", note.Subjective.History),
        ("Review of systems", note.Subjective.ReviewOfSystems),
        ("Past medical history", note.Subjective.PastHistory),
        ("Family and social history", note.Subjective.FamilyAndSocialHistory),
        ("Examination", note.Objective.Examination),
        ("Investigations", note.Objective.Investigations),
        ("Assessment", note.Assessment.Impression),
        ("Differential diagnoses", note.Assessment.Differential),
        ("Plan", note.Plan.Treatment),
        ("Advice for the patient", note.Plan.Advice),
        ("Follow-up instructions", note.Plan.FollowUp.Instructions),
    }.Where(part => part.Item2.Length > 0);
}

using System.ComponentModel.DataAnnotations;
using HospitalWeb.Domain.Encounters;

namespace HospitalWeb.Areas.Doctor.Pages.Notes;

/// <summary>A note as it is typed.</summary>
public sealed class SoapForm
{
    [StringLength(SoapNote.TextMaxLength)] public string? ChiefComplaint { get; set; }
    [StringLength(SoapNote.TextMaxLength)] public string? History { get; set; }
    [StringLength(SoapNote.TextMaxLength)] public string? ReviewOfSystems { get; set; }
    [StringLength(SoapNote.TextMaxLength)] public string? PastHistory { get; set; }
    [StringLength(SoapNote.TextMaxLength)] public string? FamilyAndSocialHistory { get; set; }
    [StringLength(SoapNote.TextMaxLength)] public string? Examination { get; set; }
    [StringLength(SoapNote.TextMaxLength)] public string? Investigations { get; set; }
    [StringLength(SoapNote.TextMaxLength)] public string? Impression { get; set; }
    [StringLength(SoapNote.TextMaxLength)] public string? Differential { get; set; }
    [StringLength(SoapNote.TextMaxLength)] public string? Treatment { get; set; }
    [StringLength(SoapNote.TextMaxLength)] public string? Advice { get; set; }
    public DateOnly? FollowUpOn { get; set; }
    [StringLength(SoapNote.TextMaxLength)] public string? FollowUpInstructions { get; set; }

    public static SoapForm Of(SoapNote note) => new()
    {
        ChiefComplaint = note.Subjective.ChiefComplaint, History = note.Subjective.History, ReviewOfSystems = note.Subjective.ReviewOfSystems,
        PastHistory = note.Subjective.PastHistory, FamilyAndSocialHistory = note.Subjective.FamilyAndSocialHistory,
        Examination = note.Objective.Examination, Investigations = note.Objective.Investigations,
        Impression = note.Assessment.Impression, Differential = note.Assessment.Differential,
        Treatment = note.Plan.Treatment, Advice = note.Plan.Advice, FollowUpOn = note.Plan.FollowUp.On, FollowUpInstructions = note.Plan.FollowUp.Instructions,
    };

    public SoapNote ToNote() => new()
    {
        Subjective = new() { ChiefComplaint = Text(ChiefComplaint), History = Text(History), ReviewOfSystems = Text(ReviewOfSystems), PastHistory = Text(PastHistory), FamilyAndSocialHistory = Text(FamilyAndSocialHistory) },
        Objective = new() { Examination = Text(Examination), Investigations = Text(Investigations) },
        Assessment = new() { Impression = Text(Impression), Differential = Text(Differential) },
        Plan = new() { Treatment = Text(Treatment), Advice = Text(Advice), FollowUp = new() { On = FollowUpOn, Instructions = Text(FollowUpInstructions) } },
    };

    // Browsers send line ends as two characters; the text that is hashed has one.
    private static string Text(string? typed) => (typed ?? "").ReplaceLineEndings("\n").Trim();
}

/// <summary>A page with the fields of a note.</summary>
public interface INotePage
{
    SoapForm Input { get; }
}

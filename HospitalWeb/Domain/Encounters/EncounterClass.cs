using System.ComponentModel.DataAnnotations;

namespace HospitalWeb.Domain.Encounters;

public enum EncounterClass
{
    [Display(Name = "Outpatient visit")] OutpatientVisit,
    Emergency,
    Inpatient,
    Telemedicine,
    [Display(Name = "Home visit")] HomeVisit,
    [Display(Name = "Day case")] DayCase,
    [Display(Name = "Ward round")] WardRound,
    Virtual,
    Other,
}

public enum EncounterStatus
{
    Planned,
    [Display(Name = "In progress")] InProgress,
    Completed,
    Cancelled,
}

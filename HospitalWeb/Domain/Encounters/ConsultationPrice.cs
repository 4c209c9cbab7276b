using HospitalWeb.Domain.Scheduling;

namespace HospitalWeb.Domain.Encounters;

/// <summary>Which line of the price list a visit is charged by; stays in bed are charged by the day instead.</summary>
public static class ConsultationPrice
{
    public static string? CodeFor(EncounterClass kind, AppointmentReason? reason) => kind switch
    {
        EncounterClass.Inpatient or EncounterClass.WardRound or EncounterClass.DayCase => null,
        EncounterClass.Telemedicine or EncounterClass.Virtual => "CONS-TELE",
        EncounterClass.Emergency => "EMERG",
        EncounterClass.HomeVisit => "HOME",
        _ => reason == AppointmentReason.FollowUp ? "CONS-FU" : "CONS",
    };
}

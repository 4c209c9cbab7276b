using HospitalWeb.Domain.Prescribing;

namespace HospitalWeb.Areas.PatientPortal.Pages.Prescriptions;

/// <summary>States and doses as patients read them.</summary>
public static class PlainWords
{
    public static string Of(PrescriptionStatus status, DateOnly? validUntil, DateOnly today) => status switch
    {
        PrescriptionStatus.Signed when validUntil < today => "Too old to collect. Ask your doctor for a new one.",
        PrescriptionStatus.PartlyDispensed when validUntil < today => "Too old to collect the rest. Ask your doctor for a new one.",
        PrescriptionStatus.Signed => "Ready for the pharmacy",
        PrescriptionStatus.PartlyDispensed => "Partly collected",
        PrescriptionStatus.Dispensed => "Collected",
        PrescriptionStatus.Completed => "Finished",
        PrescriptionStatus.Cancelled => "Cancelled by your doctor",
        _ => "Too old to collect",
    };

    public static string HowToTake(MedicineLine medicine) => medicine switch
    {
        { HasDose: false } => "Follow the label, or ask your pharmacist.",
        { Frequency: Frequency.AsRequired } => $"{medicine.Dose} {medicine.Often}.",
        { Frequency: Frequency.OnceOnly } => $"{medicine.Dose}, once only.",
        _ => $"{medicine.Dose} {medicine.Often}, for {medicine.Duration}.",
    };
}

using HospitalWeb.Domain.DrugSafety;
using HospitalWeb.Domain.Prescribing;

namespace HospitalWeb.Web;

/// <summary>One alert of a panel, with the medicine it is about and whether a reason already answers it.</summary>
public sealed record PanelAlert(SafetyAlert Alert, PrescriptionItem? Item, bool IsAnswered)
{
    public bool IsOpen => Alert.NeedsReason && !IsAnswered && Item is not null;

    /// <summary>Every alert of a prescription in one panel, worst first.</summary>
    public static IReadOnlyList<PanelAlert> Of(Prescription prescription, PrescriptionCheck check) =>
    [
        .. check.Allergies.ForPatient().Select(alert => new PanelAlert(alert, null, IsAnswered: false))
            .Concat(prescription.Items.SelectMany(item => check.For(prescription, item).Select(alert => new PanelAlert(alert, item, item.Override?.Covers([alert]) == true))))
            .OrderByDescending(panel => panel.Alert.Tier).ThenBy(panel => panel.IsAnswered),
    ];
}

public static class PrescriptionWords
{
    /// <summary>Kind of status pill and its word.</summary>
    public static (string Kind, string Word) Of(PrescriptionStatus status) => status switch
    {
        PrescriptionStatus.Draft => ("neutral", "Draft"),
        PrescriptionStatus.Signed => ("waiting", "Signed"),
        PrescriptionStatus.PartlyDispensed => ("waiting", "Partly dispensed"),
        PrescriptionStatus.Dispensed => ("done", "Dispensed"),
        PrescriptionStatus.Completed => ("done", "Completed"),
        PrescriptionStatus.Cancelled => ("critical", "Cancelled"),
        _ => ("warning", "Expired"),
    };
}

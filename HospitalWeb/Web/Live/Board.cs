using HospitalWeb.Security;

namespace HospitalWeb.Web.Live;

/// <summary>A board that follows what happens: who may watch it, and changes of which rows concern it.</summary>
public sealed record Board(string Name, Permission[] ForAnyOf, string[] Rows)
{
    public static readonly IReadOnlyList<Board> All =
    [
        new("queue", [Permission.EnterReception, Permission.EnterNurse, Permission.EnterDoctor], ["Appointment", "Encounter", "VitalSigns"]),
        new("pharmacy", [Permission.EnterPharmacy], ["Prescription", "PrescriptionItem", "Dispense", "StockBatch", "StockMovement"]),
        new("lab", [Permission.EnterLab, Permission.EnterDoctor, Permission.EnterNurse], ["LabOrder", "LabOrderItem", "LabResult", "Specimen"]),
        new("beds", [Permission.EnterWards], ["Ward", "Bed", "BedStay", "Admission"]),
        new("bell", Enum.GetValues<Permission>(), ["Notification"]),
    ];

    // An import or another batch names no rows: it may concern every board.
    public static IEnumerable<Board> ConcernedBy(IReadOnlyCollection<string> rows) => All.Where(board => rows.Contains("Batch") || board.Rows.Any(rows.Contains));
}

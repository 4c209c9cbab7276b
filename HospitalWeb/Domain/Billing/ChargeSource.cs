using System.ComponentModel.DataAnnotations;

namespace HospitalWeb.Domain.Billing;

/// <summary>The kind of act a charge comes from. Together with the act's id it is unique: an act is charged once.</summary>
public enum ChargeSource
{
    Consultation,
    [Display(Name = "Lab test")] LabTest,
    [Display(Name = "Medicine")] Dispense,
    [Display(Name = "Bed day")] BedDay,
    Procedure,
    [Display(Name = "Added by hand")] Manual,
}

using System.ComponentModel.DataAnnotations;

namespace HospitalWeb.Domain.Patients;

/// <summary>Administrative sex: it chooses reference ranges and doses. Not known means no range, never a guessed one.</summary>
public enum Sex
{
    Male,
    Female,
    Indeterminate,
    [Display(Name = "Not known")] NotKnown,
}

using System.ComponentModel.DataAnnotations;

namespace HospitalWeb.Domain.Laboratory;

public enum RejectionReason
{
    Haemolysed,
    Clotted,
    [Display(Name = "Too little")] Insufficient,
    [Display(Name = "No label, or not legible")] Unlabelled,
    [Display(Name = "Wrong tube")] WrongTube,
    [Display(Name = "Leaked or broken")] Leaked,
    [Display(Name = "Too old when it came")] TooOld,
    [Display(Name = "Label names another patient")] WrongPatient,
    Other,
}

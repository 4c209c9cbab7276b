using System.ComponentModel.DataAnnotations;

namespace HospitalWeb.Domain.Access;

/// <summary>What ties somebody at work here to a patient, in the words shown to both.</summary>
public enum TieKind
{
    [Display(Name = "A visit with you")] Visit = 1,
    [Display(Name = "On the care team")] CareTeam,
    [Display(Name = "An appointment with you")] Booking,
    [Display(Name = "Here now, in your department or waiting")] Here,
    [Display(Name = "In a bed of your ward")] Ward,
    [Display(Name = "Your prescription")] Prescription,
    [Display(Name = "Tests you ordered")] Order,
    [Display(Name = "A result for you to acknowledge")] Result,
    [Display(Name = "A specimen to take")] Specimen,
    [Display(Name = "A prescription for the pharmacy")] ToDispense,
    [Display(Name = "Tests in the laboratory")] Laboratory,
    [Display(Name = "Something to bill")] Account,
    [Display(Name = "A stay in a ward")] Admission,
    [Display(Name = "Expected or here today")] Expected,
}

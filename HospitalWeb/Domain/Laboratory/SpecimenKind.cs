using System.ComponentModel.DataAnnotations;

namespace HospitalWeb.Domain.Laboratory;

/// <summary>What is drawn, and into which tube: tests of one kind share one tube and one label.</summary>
public enum SpecimenKind
{
    [Display(Name = "Blood, EDTA (purple top)")] EdtaBlood,
    [Display(Name = "Serum (gold top)")] Serum,
    [Display(Name = "Blood, citrate (blue top)")] CitrateBlood,
    [Display(Name = "Blood, fluoride (grey top)")] FluorideBlood,
    [Display(Name = "Arterial blood, heparin syringe")] ArterialBlood,
    [Display(Name = "Urine")] Urine,
    [Display(Name = "Stool")] Stool,
    [Display(Name = "Swab")] Swab,
}

using System.ComponentModel.DataAnnotations;
using HospitalWeb.Domain.Prescribing;

namespace HospitalWeb.Areas.Doctor.Pages.Prescriptions;

/// <summary>One medicine as the doctor fills it in.</summary>
public sealed class MedicineForm
{
    [Required(ErrorMessage = "Choose the route.")]
    public MedicineRoute? Route { get; set; }

    [Required(ErrorMessage = "Enter the dose."), Range(0.0001, 100000, ErrorMessage = "Enter a dose greater than 0.")]
    public decimal? Dose { get; set; }

    [Required(ErrorMessage = "Choose how often the dose is taken.")]
    public Frequency? Frequency { get; set; }

    [Display(Name = "Most doses in 24 hours")]
    public int? MaxPerDay { get; set; }

    [Required(ErrorMessage = "Enter for how many days.")]
    public int? Days { get; set; }

    public int Refills { get; set; }

    [StringLength(PrescriptionItem.InstructionsMaxLength)]
    public string? Instructions { get; set; }

    /// <summary>Shows the medicine line instead of adding it.</summary>
    public bool Preview { get; set; }

    public static MedicineForm UsualFor(Medication medication) => new() { Route = medication.Route, Dose = medication.UsualDose };

    public MedicineLine LineOf(Medication medication) => medication.Line(Dose!.Value, Route!.Value, Frequency!.Value, MaxPerDay, Days!.Value);
}

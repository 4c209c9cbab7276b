using System.ComponentModel.DataAnnotations;
using HospitalWeb.Domain.Prescribing;

namespace HospitalWeb.Areas.Pharmacy.Pages.Formulary;

/// <summary>A product of the formulary as the pharmacist fills it in.</summary>
public sealed class MedicationForm
{
    [Required(ErrorMessage = "Enter the generic name."), StringLength(200), Display(Name = "Generic name")]
    public string? GenericName { get; set; }

    [StringLength(200)]
    public string? Brand { get; set; }

    [Required(ErrorMessage = "Enter the strength, for example 500 mg."), StringLength(Medication.StrengthMaxLength)]
    public string? Strength { get; set; }

    [Required(ErrorMessage = "Choose the form.")]
    public DoseForm? Form { get; set; }

    [Required(ErrorMessage = "Choose the usual route.")]
    public MedicineRoute? Route { get; set; }

    [Required(ErrorMessage = "Enter the unit that doses are written in, for example mg."), StringLength(Medication.UnitMaxLength), Display(Name = "Dose unit")]
    public string? DoseUnit { get; set; }

    [Display(Name = "Usual dose")]
    public decimal? UsualDose { get; set; }

    [Required(ErrorMessage = "Enter what is counted out, for example capsule."), StringLength(Medication.UnitMaxLength), Display(Name = "Pack unit")]
    public string? PackUnit { get; set; }

    [Required(ErrorMessage = "Enter how many dose units one pack unit holds."), Display(Name = "Dose units in one pack unit")]
    public decimal? DosePerPackUnit { get; set; }

    [StringLength(20), Display(Name = "RxNorm code")]
    public string? RxNormCode { get; set; }

    [Display(Name = "Reorder level")]
    public decimal ReorderLevel { get; set; }

    [Display(Name = "Usual price")]
    public decimal? UsualPrice { get; set; }

    public List<string> Ingredients { get; set; } = [];

    public static MedicationForm Of(Medication m) => new()
    {
        GenericName = m.GenericName, Brand = m.Brand, Strength = m.Strength, Form = m.Form, Route = m.Route, DoseUnit = m.DoseUnit, UsualDose = m.UsualDose, PackUnit = m.PackUnit,
        DosePerPackUnit = m.DosePerPackUnit, RxNormCode = m.RxNormCode, ReorderLevel = m.ReorderLevel, UsualPrice = m.UsualPrice, Ingredients = [.. m.IngredientCodes],
    };

    public Medication Create() => Fill(new() { GenericName = "", Strength = "", Form = default, Route = default, DoseUnit = "", DosePerPackUnit = 1, PackUnit = "" });

    public Medication Fill(Medication m)
    {
        (m.GenericName, m.Brand, m.Strength, m.Form, m.Route) = (GenericName!.Trim(), string.IsNullOrWhiteSpace(Brand) ? null : Brand.Trim(), Strength!.Trim(), Form!.Value, Route!.Value);
        (m.DoseUnit, m.UsualDose, m.PackUnit, m.DosePerPackUnit) = (DoseUnit!.Trim(), UsualDose, PackUnit!.Trim(), DosePerPackUnit!.Value);
        (m.RxNormCode, m.ReorderLevel, m.UsualPrice) = (RxNormCode, ReorderLevel, UsualPrice);
        if (!m.IngredientCodes.SequenceEqual(Ingredients)) m.IngredientCodes = [.. Ingredients];
        m.MustBeUsable();
        return m;
    }
}

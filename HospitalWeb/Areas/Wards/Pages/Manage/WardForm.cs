using System.ComponentModel.DataAnnotations;
using HospitalWeb.Domain.Wards;

namespace HospitalWeb.Areas.Wards.Pages.Manage;

public sealed class WardForm
{
    [Required(ErrorMessage = "Name the ward."), StringLength(Ward.NameMaxLength)]
    public string? Name { get; set; }

    [Required(ErrorMessage = "Choose the kind of ward.")]
    public WardKind? Kind { get; set; }

    [Required(ErrorMessage = "Give the price list code of a bed day, for example BED-DAY."), StringLength(40)]
    public string? BedDayPriceCode { get; set; } = "BED-DAY";
}

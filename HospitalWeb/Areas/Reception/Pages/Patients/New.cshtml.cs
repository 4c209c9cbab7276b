using HospitalWeb.Data;
using HospitalWeb.Data.Access;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Security;
using HospitalWeb.Security.Access;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HospitalWeb.Areas.Reception.Pages.Patients;

[Requires(Permission.RegisterPatients)]
public sealed class NewModel(HospitalContext db, CurrentUser me, FacilityClock clock, PatientAccess access) : PageModel, IAsksDemographics
{
    [BindProperty]
    public Demographics Input { get; init; } = new();

    /// <summary>Why this is somebody else than the patients who look alike.</summary>
    [BindProperty]
    public string? KeepApart { get; set; }

    public IReadOnlyList<Resemblance> Alike { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();

        var patient = Patient.Register(Input.Name, Input.Sex!.Value, Input.BirthOn(clock.Today), me.Stamp);
        patient.Reach(Input.Phone, Input.Email, Input.Address);
        patient.NameContacts(Input.Contacts);
        patient.Language = Input.Language;

        Alike = await db.ResemblancesAsync(patient, access.ViewFrom(Desk.Reception));
        if (Alike.Count > 0)
        {
            if (string.IsNullOrWhiteSpace(KeepApart))
            {
                ModelState.AddModelError(nameof(KeepApart), "We may know this patient already. Open the right record below, or say why this is somebody else.");
                return Page();
            }

            patient.KeepApart(KeepApart);
        }

        db.Add(patient);
        await db.SaveChangesAsync();

        TempData.Notice($"{patient.ListName} is registered as {HumanNumber.Of(patient)}.");
        return RedirectToPage("/Patients/Details", new { patientId = patient.Id });
    }
}

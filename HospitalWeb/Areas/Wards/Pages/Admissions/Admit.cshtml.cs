using System.ComponentModel.DataAnnotations;
using HospitalWeb.Data;
using HospitalWeb.Data.Patients;
using HospitalWeb.Data.Staff;
using HospitalWeb.Data.Wards;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Staff;
using HospitalWeb.Domain.Wards;
using HospitalWeb.Security;
using HospitalWeb.Security.Access;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Wards.Pages.Admissions;

[BeforeCare, Requires(Permission.AdmitPatients)]
public sealed class AdmitModel(HospitalContext db, CurrentUser me) : ShownModel
{
    [FromRoute]
    public Guid PatientId { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public Patient Patient { get; private set; } = null!;
    public PatientLine Line => PatientLine.Of(Patient);
    public List<SelectListItem> Beds { get; private set; } = [];
    public List<SelectListItem> Doctors { get; private set; } = [];

    public void OnGet(Guid? bed) => Input.Bed = bed;

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();

        var open = db.Admissions.Open();
        var known = await db.Patients.Where(p => p.Id == PatientId).Select(p => new { Patient = p, IsAdmitted = open.Any(a => a.PatientId == p.Id) }).SingleOrDefaultAsync();
        if (known is null || await db.Beds.Include(b => b.Ward).SingleOrDefaultAsync(b => b.Id == Input.Bed) is not { } bed) return NotFound();
        var patient = known.Patient;
        BrokenRule.When(known.IsAdmitted, $"{patient.ListName} is already admitted.");
        var doctor = await db.Practitioners.SingleOrDefaultAsync(p => p.Id == Input.Doctor);
        var admission = Admission.Admit(patient, bed, doctor, Input.Reason!, me.Stamp);
        db.Admissions.Add(admission);
        await db.SaveUnlessTakenAsync($"Somebody else was faster: the bed is taken, or {patient.ListName} is already admitted. Look at the bed board.");

        TempData.Notice($"{patient.ListName} is admitted to {bed.Name} as {HumanNumber.Of(admission)}.");
        return RedirectToPage("/Admissions/Show", new { PatientId, AdmissionId = admission.Id });
    }

    protected override async Task<bool> ReadAsync()
    {
        if (await db.Patients.SingleOrDefaultAsync(p => p.Id == PatientId) is not { } patient) return false;

        Patient = patient;
        Beds = await db.BedChoicesAsync();
        Doctors = await db.Practitioners.Where(p => p.IsActive && p.Profession == Profession.Doctor).OrderBy(p => p.FamilyName).Select(p => new SelectListItem(p.DisplayName, p.Id.ToString())).ToListAsync();
        return true;
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Choose a free bed.")]
        public Guid? Bed { get; set; }

        [Required(ErrorMessage = "Choose the doctor in charge.")]
        public Guid? Doctor { get; set; }

        [Required(ErrorMessage = "Say why the patient is admitted."), StringLength(Admission.ReasonMaxLength)]
        public string? Reason { get; set; }
    }
}

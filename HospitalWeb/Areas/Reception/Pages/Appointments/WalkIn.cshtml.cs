using System.ComponentModel.DataAnnotations;
using HospitalWeb.Data;
using HospitalWeb.Data.Encounters;
using HospitalWeb.Data.Patients;
using HospitalWeb.Data.Scheduling;
using HospitalWeb.Data.Staff;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Scheduling;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Reception.Pages.Appointments;

/// <summary>Somebody is here who has no appointment: the visit opens at once.</summary>
[Requires(Permission.CheckInPatients)]
public sealed class WalkInModel(HospitalContext db, CurrentUser me, FacilityClock clock) : PageModel
{
    [FromRoute]
    public Guid PatientId { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    /// <summary>Any doctor of it will do: the first free one is proposed.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Department { get; init; }

    public Patient Patient { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Departments { get; private set; } = [];
    public string? Proposed { get; private set; }
    public IReadOnlyList<SelectListItem> Doctors { get; private set; } = [];

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();
        if (await db.Practitioners.DoctorsHere().SingleOrDefaultAsync(p => p.Id == Input.Practitioner) is not { } doctor) return NotFound();

        var (day, stamp) = (clock.Today, me.Stamp);
        var onTheDay = await db.Appointments.Of(PatientId).StartingIn(clock.StartOf(day), clock.EndOf(day)).Include(a => a.Practitioner).ToListAsync();
        var walkIn = db.Add(Appointment.WalkIn(Patient, doctor, Input.Reason!.Value, Input.ReasonText, onTheDay, day, stamp)).Entity;
        var visit = db.Add(Encounter.OpenFor(walkIn, stamp)).Entity;
        walkIn.OpenedAs(visit.Id);
        await db.SaveUnlessTakenAsync(Appointment.AlreadyHere);

        TempData.Notice($"{Patient.ListName} waits for {doctor.DisplayName}.");
        return RedirectToPage("/Index");
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.Patients.SingleOrDefaultAsync(p => p.Id == PatientId) is not { } patient)
        {
            context.Result = NotFound();
            return;
        }

        Patient = patient;
        ViewData["PatientName"] = patient.ListName;
        if ((await next()).IsShown) await ReadDoctorsAsync();
    }

    // With how many wait for each already: the desk sends people where the queue is short.
    private async Task ReadDoctorsAsync()
    {
        var (here, from) = (db.Encounters.Open(), clock.StartOf(clock.Today));
        var all = await db.Practitioners.DoctorsHere().OrderBy(p => p.Department!.Name).ThenBy(p => p.FamilyName).ThenBy(p => p.Id)
            .Select(p => new Candidate(p.Id, p.DisplayName, p.DepartmentId, p.Department!.Name, here.Count(e => e.PractitionerId == p.Id && e.StartedAt >= from && e.Class != EncounterClass.Inpatient)))
            .ToListAsync();
        Departments = [.. all.Where(d => d.DepartmentId is not null).DistinctBy(d => d.DepartmentId).Select(d => new SelectListItem(d.Department, d.DepartmentId.ToString()))];
        var doctors = Department is { } department ? await FirstFreeFirstAsync(all.FindAll(d => d.DepartmentId == department)) : all;
        if (Department is not null && doctors is [var first, ..])
        {
            Proposed = first.Words;
            if (HttpMethods.IsGet(Request.Method)) Input.Practitioner = first.Id;
        }

        Doctors = [.. doctors.Select(d => new SelectListItem($"{(d.Department is null ? "" : $"{d.Department}: ")}{d.Words}", d.Id.ToString()))];
    }

    // Who has hours left today, then the shortest queue, then who is free the soonest.
    private async Task<List<Candidate>> FirstFreeFirstAsync(List<Candidate> doctors)
    {
        var ids = doctors.Select(d => d.Id).ToList();
        var timetables = (await db.TimetablesAsync(db.Practitioners.Where(p => ids.Contains(p.Id)), clock.Today, clock.Today, clock.Zone)).ToDictionary(t => t.Practitioner.Id, t => t.Timetable);
        return [.. doctors.OrderByDescending(d => timetables[d.Id].IsOpenOn(clock.Today, clock.Now)).ThenBy(d => d.Waiting)
            .ThenBy(d => timetables[d.Id].NextFree(clock.Today, clock.Now, days: 1)?.StartsAt ?? DateTimeOffset.MaxValue)];
    }

    private sealed record Candidate(Guid Id, string Name, Guid? DepartmentId, string? Department, int Waiting)
    {
        public string Words => $"{Name} ({Waiting} waiting)";
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Choose the doctor.")]
        public Guid? Practitioner { get; set; }

        [Required(ErrorMessage = "Choose the reason for the visit.")]
        public AppointmentReason? Reason { get; set; }

        [StringLength(Appointment.ReasonTextMaxLength)]
        public string? ReasonText { get; set; }
    }
}

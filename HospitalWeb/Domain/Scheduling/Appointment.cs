using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Staff;

namespace HospitalWeb.Domain.Scheduling;

/// <summary>
/// A patient's time with a practitioner, [start, end). While it is going to happen it holds its five-minute atoms; cancelled or missed it gives them back.
/// A new time is a new appointment that names the one it replaces.
/// </summary>
public sealed class Appointment : INumbered, IImported
{
    public const int ReasonTextMaxLength = 500;
    public const string AlreadyHere = "The patient is already checked in there today.";
    public static readonly TimeSpan Longest = TimeSpan.FromHours(8);
    /// <summary>Until this long before the start a patient may cancel without calling.</summary>
    public static readonly TimeSpan CancelNotice = TimeSpan.FromHours(24);
    private static readonly TimeSpan SameDay = TimeSpan.FromHours(12);

    public static string Prefix => "APT";

    public Guid Id { get; private set; }
    public int Number { get; private set; }
    public string? ImportedFrom { get; init; }
    public required Patient Patient { get; init; }
    public Guid PatientId { get; private set; }
    public required Practitioner Practitioner { get; init; }
    public Guid PractitionerId { get; private set; }
    public required DateTimeOffset StartsAt { get; init; }
    public required DateTimeOffset EndsAt { get; init; }
    public AppointmentMode Mode { get; init; }
    /// <summary>The day somebody came without having booked. A walk-in takes nobody's time in the timetable.</summary>
    public DateOnly? WalkInOn { get; private init; }
    public AppointmentReason Reason { get; init; }
    public string? ReasonText { get; init; }
    public AppointmentStatus Status { get; private set; }
    /// <summary>1 is seen first, 4 last; the doctor's list sorts by it.</summary>
    public int Priority { get; private set; } = 3;
    public required Stamp Booked { get; init; }
    /// <summary>Why the patient may be in two places at once.</summary>
    public string? OverlapReason { get; init; }
    public Guid? ReplacesId { get; init; }
    public DateTimeOffset? CheckedInAt { get; private set; }
    public Guid? EncounterId { get; private set; }
    public DateTimeOffset? CompletedAt { get; private set; }
    public Stamp? Cancelled { get; private set; }
    public string? CancelReason { get; private set; }
    public List<SlotAtom> Atoms { get; private set; } = [];

    public Slot Slot => new(StartsAt, EndsAt);
    public bool IsWalkIn => WalkInOn is not null;
    private bool IsHere => Status is AppointmentStatus.CheckedIn or AppointmentStatus.InProgress;
    public bool IsUpcoming => Status is AppointmentStatus.Scheduled or AppointmentStatus.Confirmed;

    public static Appointment Book(Patient patient, Practitioner practitioner, Slot slot, AppointmentReason reason, string? reasonText, Stamp booked, AppointmentMode mode = AppointmentMode.InPerson, string? overlapReason = null, Guid? replaces = null)
    {
        BrokenRule.When(patient.IsDeceased, $"{patient.ListName} has died. No appointment can be booked.");
        BrokenRule.When(!practitioner.IsActive, $"{practitioner.DisplayName} no longer works here.");
        BrokenRule.When(slot.StartsAt < booked.At, "That time has passed.");
        BrokenRule.When(slot.EndsAt <= slot.StartsAt, "An appointment ends after it starts.");
        BrokenRule.When(slot.EndsAt - slot.StartsAt > Longest, "An appointment takes at most 8 hours.");
        BrokenRule.When(slot.StartsAt.Ticks % SlotAtom.Length.Ticks != 0 || slot.EndsAt.Ticks % SlotAtom.Length.Ticks != 0, "Appointments start and end on full five minutes.");

        var appointment = new Appointment
        {
            Patient = patient, Practitioner = practitioner, StartsAt = slot.StartsAt, EndsAt = slot.EndsAt, Mode = mode, Reason = reason,
            ReasonText = reasonText.TrimToNull(), Booked = booked, OverlapReason = overlapReason.TrimToNull(), ReplacesId = replaces,
            Priority = Rank(reason),
        };
        for (var at = slot.StartsAt; at < slot.EndsAt; at += SlotAtom.Length) appointment.Atoms.Add(new() { Practitioner = practitioner, StartsAt = at });
        return appointment;
    }

    /// <summary>Somebody who comes without an appointment and waits with the others. Needs the patient's appointments of the day with their practitioners.</summary>
    public static Appointment WalkIn(Patient patient, Practitioner practitioner, AppointmentReason reason, string? reasonText, IEnumerable<Appointment> onTheDay, DateOnly day, Stamp registered)
    {
        BrokenRule.When(patient.IsDeceased, $"{patient.ListName} has died. No visit can begin.");
        BrokenRule.When(!practitioner.IsActive, $"{practitioner.DisplayName} no longer works here.");
        var there = onTheDay.Where(a => a.Practitioner == practitioner || a.Practitioner.DepartmentId is { } department && department == practitioner.DepartmentId).ToList();
        BrokenRule.When(there.Any(a => a.IsHere), AlreadyHere);
        BrokenRule.When(there.Any(a => a.IsUpcoming), $"{patient.ListName} is booked there today. Check in that appointment instead.");

        return new()
        {
            Patient = patient, Practitioner = practitioner, StartsAt = registered.At, EndsAt = registered.At + SlotAtom.Length, WalkInOn = day, Reason = reason, ReasonText = reasonText.TrimToNull(),
            Booked = registered, Status = AppointmentStatus.CheckedIn, CheckedInAt = registered.At, Priority = Rank(reason),
        };
    }

    public void Confirm()
    {
        BrokenRule.When(Status != AppointmentStatus.Scheduled, $"This appointment is already {Words}.");
        Status = AppointmentStatus.Confirmed;
    }

    public void CheckIn(DateTimeOffset at)
    {
        BrokenRule.When(CheckedInAt is not null, $"{Patient.ListName} is already checked in.");
        BrokenRule.When(!IsUpcoming, $"This appointment is {Words}. Book a new one.");
        BrokenRule.When(Patient.IsDeceased, $"{Patient.ListName} has died.");
        BrokenRule.When((StartsAt - at).Duration() > SameDay, "This appointment is on another day.");
        (Status, CheckedInAt) = (AppointmentStatus.CheckedIn, at);
    }

    /// <summary>Names the visit that the check-in opened.</summary>
    public void OpenedAs(Guid encounterId) => EncounterId = encounterId;

    public void Start()
    {
        BrokenRule.When(Status != AppointmentStatus.CheckedIn, $"This appointment is {Words}. Only a patient who is checked in can be seen.");
        Status = AppointmentStatus.InProgress;
    }

    public void Complete(DateTimeOffset at)
    {
        BrokenRule.When(!IsHere, $"This appointment is {Words}. Only a patient who was checked in can be completed.");
        (Status, CompletedAt) = (AppointmentStatus.Completed, at);
    }

    public void Cancel(string? reason, Stamp cancelled)
    {
        BrokenRule.When(!IsUpcoming, $"This appointment is already {Words}.");
        BrokenRule.When(string.IsNullOrWhiteSpace(reason), "Say why the appointment is cancelled.");
        (Status, CancelReason, Cancelled) = (AppointmentStatus.Cancelled, reason!.Trim(), cancelled);
        Atoms.Clear();
    }

    /// <summary>The patient was checked in, and the visit did not take place after all.</summary>
    public void LeaveUnseen(string reason, Stamp stamp)
    {
        BrokenRule.When(!IsHere, $"This appointment is {Words}. Only a patient who was checked in can leave unseen.");
        (Status, CancelReason, Cancelled) = (AppointmentStatus.Cancelled, reason.Trim(), stamp);
        Atoms.Clear();
    }

    public bool PatientMayCancel(DateTimeOffset now) => IsUpcoming && StartsAt - now >= CancelNotice;

    public void CancelByPatient(string? reason, Stamp cancelled)
    {
        BrokenRule.When(IsUpcoming && !PatientMayCancel(cancelled.At), "It is too late to cancel here. Call the hospital instead.");
        Cancel(reason, cancelled);
    }

    /// <summary>The replacement, with this one cancelled.</summary>
    public Appointment Reschedule(Practitioner practitioner, Slot slot, string? reason, Stamp stamp, string? overlapReason = null)
    {
        Cancel(reason, stamp);
        return Book(Patient, practitioner, slot, Reason, ReasonText, stamp, Mode, overlapReason, Id);
    }

    public void MarkNoShow(DateTimeOffset now)
    {
        BrokenRule.When(!IsUpcoming, $"This appointment is already {Words}.");
        BrokenRule.When(now < EndsAt, "The appointment is not over yet.");
        Status = AppointmentStatus.NoShow;
        Atoms.Clear();
    }

    private static int Rank(AppointmentReason reason) => reason switch { AppointmentReason.Emergency => 1, AppointmentReason.Urgent => 2, AppointmentReason.RoutineCheckup => 4, _ => 3 };

    private string Words => Status switch
    {
        AppointmentStatus.CheckedIn => "checked in", AppointmentStatus.InProgress => "in progress", AppointmentStatus.NoShow => "marked as not attended",
        _ => Status.ToString().ToLowerInvariant(),
    };
}

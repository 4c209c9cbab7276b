using System.ComponentModel.DataAnnotations;
using HospitalWeb.Domain.Patients;

namespace HospitalWeb.Domain.Access;

/// <summary>
/// Somebody without a treatment relationship opened one patient's record in an emergency. It lasts two hours at most, and somebody else judges it afterwards.
/// </summary>
public sealed class EmergencyAccess
{
    public const int ReasonMinLength = 10;
    public const int ReasonMaxLength = 500;
    public const int NoteMaxLength = 500;
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(2);

    public Guid Id { get; private set; }
    public required Guid AccountId { get; init; }
    public required string AccountName { get; init; }
    public required Patient Patient { get; init; }
    public Guid PatientId { get; private set; }
    public required string Reason { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    /// <summary>From this instant on nothing opens any more.</summary>
    public DateTimeOffset EndsAt { get; private set; }
    public Stamp? Reviewed { get; private set; }
    public EmergencyOutcome? Outcome { get; private set; }
    public string? ReviewNote { get; private set; }

    public static EmergencyAccess Begin(Patient patient, string? reason, Stamp by)
    {
        BrokenRule.When((reason?.Trim().Length ?? 0) < ReasonMinLength, $"Say why you need this record now, in at least {ReasonMinLength} characters.");

        return new() { AccountId = by.AccountId, AccountName = by.Name, Patient = patient, Reason = reason!.Trim(), StartedAt = by.At, EndsAt = by.At + Lasts };
    }

    public bool IsActive(DateTimeOffset now) => now < EndsAt;

    public void End(DateTimeOffset now)
    {
        if (IsActive(now)) EndsAt = now;
    }

    public void Review(EmergencyOutcome outcome, string? note, Stamp by)
    {
        BrokenRule.When(by.AccountId == AccountId, "Somebody else must review your own emergency access.");
        BrokenRule.When(Reviewed is not null, $"{Reviewed?.Name} has reviewed this already.");
        BrokenRule.When(outcome == EmergencyOutcome.NotJustified && string.IsNullOrWhiteSpace(note), "Say why the access was not justified.");

        (Reviewed, Outcome, ReviewNote) = (by, outcome, note.TrimToNull());
    }
}

public enum EmergencyOutcome { Justified, [Display(Name = "Not justified")] NotJustified }

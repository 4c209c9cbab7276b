using System.ComponentModel.DataAnnotations;
using HospitalWeb.Domain.Patients;

namespace HospitalWeb.Domain.Access;

/// <summary>Somebody opened records in a way that asks for a look: one row for each rule, account, patient and day, until somebody else has judged it.</summary>
public sealed class AccessAlarm
{
    public const int NameMaxLength = 200, KeyMaxLength = 150, WhatMaxLength = 300, NoteMaxLength = 500;

    public Guid Id { get; private set; }
    /// <summary>What it is unique by: found twice, it is raised once.</summary>
    public required string Key { get; init; }
    public required AlarmRule Rule { get; init; }
    /// <summary>Kept without a tie to the account, as the audit trail keeps it.</summary>
    public required Guid AccountId { get; init; }
    public required string AccountName { get; init; }
    public Guid? PatientId { get; init; }
    public Patient? Patient { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string What { get; init; }
    public Stamp? Reviewed { get; private set; }
    public string? ReviewNote { get; private set; }

    public static AccessAlarm Raise(AlarmRule rule, Guid account, string name, Guid? patient, DateTimeOffset at, DateOnly day, string what) => new()
    {
        Key = FormattableString.Invariant($"{rule}/{account}/{patient}/{day:yyyyMMdd}"), Rule = rule, AccountId = account, AccountName = name, PatientId = patient, At = at, What = what,
    };

    public void Review(string? note, Stamp by)
    {
        BrokenRule.When(by.AccountId == AccountId, "Somebody else must review what you did.");
        BrokenRule.When(Reviewed is not null, $"{Reviewed?.Name} has reviewed this already.");
        BrokenRule.When(string.IsNullOrWhiteSpace(note), "Say what you found.");

        (Reviewed, ReviewNote) = (by, note!.Trim());
    }
}

public enum AlarmRule
{
    [Display(Name = "Many records in an hour")] ManyRecords,
    [Display(Name = "Own record")] OwnRecord,
    [Display(Name = "Same family name")] SameFamilyName,
    [Display(Name = "Same address")] SameAddress,
    [Display(Name = "Confidential patient")] ConfidentialPatient,
    [Display(Name = "Refused many times")] ManyRefusals,
    [Display(Name = "At an unusual hour")] UnusualHour,
}

using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace HospitalWeb.Audit;

/// <summary>What a save is about to do to one row. A new row is only described once the database has given it its number.</summary>
internal sealed record AuditDraft(AuditAction Action, string EntityType, string EntityId, Guid? PatientId, string? Changes, AuditOutcome Outcome = AuditOutcome.Success, Actor? Actor = null, string? Reason = null)
{
    private const int GenerationsToThePatient = 3;

    public EntityEntry? NewRow { private get; init; }

    public string? ChangesNow => NewRow is { } row ? RowChanges.Of(row, EntityState.Added) : Changes;

    public static AuditDraft Of(AuditEvent told) => new(told.Action, told.EntityType, told.EntityId, told.PatientId, told.Changes, told.Outcome, told.Actor, told.Reason);

    public static AuditDraft Of(EntityEntry row)
    {
        var isNew = row.State == EntityState.Added;
        return new(ActionOf(row.State), row.Metadata.ClrType.Name, IdOf(row), PatientOf(row, GenerationsToThePatient), isNew ? null : RowChanges.Of(row, row.State)) { NewRow = isNew ? row : null };
    }

    public static AuditDraft Of(AuditRecording.Bulk bulk, IReadOnlyList<EntityEntry> rows)
    {
        var counts = rows.GroupBy(row => row.Metadata.ClrType.Name).ToDictionary(kind => kind.Key, kind => kind
            .GroupBy(row => ActionOf(row.State)).ToDictionary(action => action.Key.ToString(), action => action.Count()));
        var patients = rows.Select(row => PatientOf(row, 1)).OfType<Guid>().Distinct().Take(2).ToList();
        return new(bulk.Action, "Batch", bulk.Source.Length > 200 ? bulk.Source[^200..] : bulk.Source, patients is [var only] ? only : null, JsonSerializer.Serialize(counts));
    }

    public static bool Concerns(EntityEntry row) =>
        row.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && row.Metadata.ClrType.GetCustomAttribute<NotAuditedAttribute>() is null;

    private static AuditAction ActionOf(EntityState state) => state switch
    {
        EntityState.Added => AuditAction.Create,
        EntityState.Deleted => AuditAction.Delete,
        _ => AuditAction.Update,
    };

    private static string IdOf(EntityEntry row) => string.Join('/', row.Metadata.FindPrimaryKey()!.Properties.Select(key => row.Property(key).CurrentValue is byte[] bytes ? new Guid(SHA256.HashData(bytes).AsSpan(0, 16)) : row.Property(key).CurrentValue));

    // A line of a prescription does not name the patient; the prescription it hangs on does.
    private static Guid? PatientOf(EntityEntry row, int generations)
    {
        if (row.Metadata.ClrType.Name == "Patient") return row.Property("Id").CurrentValue as Guid?;
        if (row.Metadata.FindProperty("PatientId") is { } property && row.Property(property).CurrentValue is Guid patient && patient != Guid.Empty) return patient;
        if (generations == 0) return null;

        return row.References.Where(reference => reference.Metadata is Microsoft.EntityFrameworkCore.Metadata.INavigation { IsOnDependent: true } && reference.TargetEntry is not null)
            .Select(reference => PatientOf(reference.TargetEntry!, generations - 1)).FirstOrDefault(found => found is not null);
    }
}

using HospitalWeb.Domain.Patients;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HospitalWeb.Data;

/// <summary>A row and the patient it belongs to.</summary>
public sealed record OwnedRow(string Kind, Guid Id, Guid PatientId);

/// <summary>Whose something is, by its id alone: an id is given once in the whole hospital. A line of a prescription does not name the patient; the prescription it hangs on does.</summary>
public static class RowOwners
{
    private const int Generations = 3;

    extension(HospitalContext db)
    {
        public IEnumerable<IEntityType> KindsOfOnePatient => db.Model.GetEntityTypes().Where(kind => kind.BaseType is null && HasIdOfItsOwn(kind) && LeadsToPatient(kind, Generations));

        public async Task<OwnedRow?> OwnedRowAsync(Guid id, CancellationToken token = default)
        {
            foreach (var kind in db.KindsOfOnePatient)
                if (await db.FindAsync(kind.ClrType, [id], token) is { } row && await db.PatientOfAsync(row, token) is { } patient) return new(row.GetType().Name, id, patient);

            return null;
        }

        /// <summary>The patient a row belongs to, found along what it hangs on.</summary>
        public Task<Guid?> PatientOfAsync(object row, CancellationToken token = default) => db.PatientOfAsync(row, Generations, token);

        private async Task<Guid?> PatientOfAsync(object row, int generations, CancellationToken token)
        {
            var entry = db.Entry(row);
            if (row is Patient patient) return patient.Id;
            if (entry.Metadata.FindProperty("PatientId") is not null && entry.Property("PatientId").CurrentValue is Guid named) return named;
            if (generations == 0) return null;

            foreach (var way in Ways(entry.Metadata))
                if (entry.Property(way.Properties[0]).CurrentValue is Guid next && await db.FindAsync(way.PrincipalEntityType.ClrType, [next], token) is { } owner && await db.PatientOfAsync(owner, generations - 1, token) is { } found) return found;

            return null;
        }
    }

    private static bool LeadsToPatient(IEntityType kind, int generations) =>
        kind.ClrType == typeof(Patient) || kind.FindProperty("PatientId") is not null || generations > 0 && Ways(kind).Any(way => LeadsToPatient(way.PrincipalEntityType, generations - 1));

    private static IEnumerable<IForeignKey> Ways(IEntityType kind) => kind.GetForeignKeys().Where(key => !key.IsOwnership && key.Properties.Count == 1 && key.PrincipalEntityType != kind && HasIdOfItsOwn(key.PrincipalEntityType));

    private static bool HasIdOfItsOwn(IEntityType kind) => !kind.IsOwned() && kind.FindPrimaryKey() is { Properties: [{ Name: "Id" } id] } && id.ClrType == typeof(Guid);
}

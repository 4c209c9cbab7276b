using System.Linq.Expressions;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain.Audit;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Data.Audit;

/// <summary>The columns that the trail can be sorted by.</summary>
public enum AuditColumn { Entry, When, Who, Did, What, Patient, Outcome, Where }

public static class AuditOrder
{
    extension(HospitalContext db)
    {
        /// <summary>These entries in the order of one column, newest first where it says the same, beginning after the entry of this sequence.</summary>
        public Task<IQueryable<AuditEntry>> SortedAsync(IQueryable<AuditEntry> entries, AuditColumn column, bool up, long? after)
        {
            var patients = db.Patients;
            return column switch
            {
                AuditColumn.When => db.ByAsync(entries, e => e.At, up, after),
                AuditColumn.Who => db.ByAsync(entries, e => e.AccountName, up, after),
                AuditColumn.Did => db.ByAsync(entries, e => e.Action.ToString(), up, after),
                AuditColumn.What => db.ByAsync(entries, e => e.EntityType, up, after),
                AuditColumn.Patient => db.ByAsync(entries, e => patients.Where(p => p.Id == e.PatientId).Select(p => p.Number).FirstOrDefault(), up, after),
                AuditColumn.Outcome => db.ByAsync(entries, e => e.Outcome.ToString(), up, after),
                AuditColumn.Where => db.ByAsync(entries, e => e.Path, up, after),
                _ => db.ByAsync(entries, e => e.Sequence, up, after),
            };
        }

        private async Task<IQueryable<AuditEntry>> ByAsync<TKey>(IQueryable<AuditEntry> entries, Expression<Func<AuditEntry, TKey>> key, bool up, long? after)
        {
            if (after is { } last)
            {
                var value = await db.AuditEntries.Where(e => e.Sequence == last).Select(key).SingleOrDefaultAsync();
                entries = entries.Where(Beyond(key, value, up, last));
            }

            return (up ? entries.OrderBy(key) : entries.OrderByDescending(key)).ThenByDescending(e => e.Sequence);
        }
    }

    private static Expression<Func<AuditEntry, bool>> Beyond<TKey>(Expression<Func<AuditEntry, TKey>> key, TKey? value, bool up, long last)
    {
        Expression<Func<TKey?>> held = () => value;
        Expression<Func<long>> sequence = () => last;
        var entry = key.Parameters[0];
        // Text is compared as the database sorts it.
        var (one, other) = typeof(TKey) == typeof(string)
            ? (Expression.Call(typeof(string), nameof(string.Compare), null, key.Body, held.Body), Expression.Constant(0))
            : (key.Body, held.Body);
        var later = up ? Expression.GreaterThan(one, other) : Expression.LessThan(one, other);
        var same = Expression.AndAlso(Expression.Equal(key.Body, held.Body), Expression.LessThan(Expression.Property(entry, nameof(AuditEntry.Sequence)), sequence.Body));
        return Expression.Lambda<Func<AuditEntry, bool>>(Expression.OrElse(later, same), entry);
    }
}

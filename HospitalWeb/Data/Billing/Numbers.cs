using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Data.Billing;

public static class Numbers
{
    extension(HospitalContext db)
    {
        /// <summary>
        /// The next number of a series without gaps. Call it inside a transaction, before anything else: who draws a number keeps the others of that series waiting until the end,
        /// and what is loaded afterwards cannot change under the rules that look at it.
        /// </summary>
        public async Task<int> NextNumberAsync(string series)
        {
            await db.LockAsync($"series {series}");
            var row = await db.NumberSeries.SingleOrDefaultAsync(s => s.Name == series) ?? db.NumberSeries.Add(new() { Name = series }).Entity;
            return row.Next();
        }

        /// <summary>An act that carries a number without gaps, saved as one: it draws the number, does its work, saves and commits.</summary>
        public async Task<T> NumberedAsync<T>(string series, Func<int, Task<T>> act)
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            var result = await act(await db.NextNumberAsync(series));
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            return result;
        }
    }
}

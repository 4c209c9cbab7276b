namespace HospitalWeb.Data.Billing;

public static class Numbers
{
    extension(HospitalContext db)
    {
        /// <summary>
        /// An act that carries a number without gaps, saved as one: it draws the number, does its work, saves and commits. Whoever draws a number keeps the others of that series
        /// waiting until the end, so what the act then loads cannot change under the rules that look at it. An act that comes to nothing (null) takes no number.
        /// </summary>
        public async Task<T?> NumberedAsync<T>(string series, Func<int, Task<T?>> act) where T : class
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            if (await act(await db.NextInSeriesAsync(series)) is not { } result) return null;

            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            return result;
        }
    }
}

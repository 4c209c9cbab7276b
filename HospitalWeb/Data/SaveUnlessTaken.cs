using HospitalWeb.Domain;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Data;

public static class SaveUnlessTaken
{
    /// <summary>Saves; when a unique key says that somebody else was first, or the two waited for each other, that is the rule that was broken.</summary>
    public static async Task SaveUnlessTakenAsync(this HospitalContext db, string sentence)
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (Exception failure) when (failure is DbUpdateException update && update.IsUniqueViolation() || (failure.InnerException as DbUpdateException ?? failure).IsDeadlock())
        {
            throw new BrokenRule(sentence);
        }
    }
}

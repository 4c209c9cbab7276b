using HospitalWeb.Domain;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Data;

public static class SaveUnlessTaken
{
    /// <summary>Saves; when a unique key says that somebody else was first, that is the rule that was broken.</summary>
    public static async Task SaveUnlessTakenAsync(this HospitalContext db, string sentence)
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException failure) when (failure.IsUniqueViolation())
        {
            throw new BrokenRule(sentence);
        }
    }
}

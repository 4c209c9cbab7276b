using System.Security.Cryptography;
using System.Text;

namespace HospitalWeb.Audit;

/// <summary>
/// Sign-ins under names that nobody has. An entry for each would let anybody fill the trail, so one entry in ten minutes tells how many there were.
/// The name itself is not kept, for it may be a password typed in the wrong box: its keyed hash says only whether it is the same name again.
/// </summary>
public sealed class UnknownNames(AuditKey key, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);
    private readonly Lock counting = new();
    private DateTimeOffset? toldAt;
    private int untold;

    /// <summary>How many tries the next entry tells of, or null when it is not yet time for one.</summary>
    public int? Count()
    {
        lock (counting)
        {
            untold++;
            if (toldAt + Pause > time.GetUtcNow()) return null;

            toldAt = time.GetUtcNow();
            var tries = untold;
            untold = 0;
            return tries;
        }
    }

    public string Veil(string name) => Convert.ToHexStringLower(HMACSHA256.HashData(key.Bytes, Encoding.UTF8.GetBytes($"name {name.Trim().ToUpperInvariant()}"))[..8]);
}

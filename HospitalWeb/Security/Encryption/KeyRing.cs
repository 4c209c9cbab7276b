using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography;
using HospitalWeb.Data;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Security.Encryption;

/// <summary>
/// The data keys, opened by the master key. Which key writes is asked anew every few seconds, so that all servers change over soon after a rotation;
/// a key that another server has just made is fetched when it is first met.
/// </summary>
public sealed class KeyRing : IDisposable
{
    private const string Use = "data keys";
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz0123456789";
    public static readonly TimeSpan FreshFor = TimeSpan.FromSeconds(5);

    // The model is shared by every hospital of this process, and a value converter knows no services: ids of keys are unique, so that one list serves all.
    private static readonly ConcurrentDictionary<string, byte[]> Opened = [];
    private static readonly ConcurrentDictionary<KeyRing, bool> Rings = [];

    private readonly IServiceScopeFactory scopes;
    private readonly MasterKey master;
    private readonly TimeProvider clock;
    private readonly Lock loading = new();
    private readonly HashSet<string> checkedKeys = [];
    private Dictionary<KeyPurpose, DataKeyInUse>? writing;
    private long loadedAt;

    public KeyRing(IServiceScopeFactory scopes, MasterKey master, TimeProvider clock)
    {
        (this.scopes, this.master, this.clock) = (scopes, master, clock);
        Rings[this] = true;
    }

    public void Dispose() => Rings.TryRemove(this, out _);

    public DataKeyInUse Current(KeyPurpose purpose)
    {
        lock (loading)
        {
            if (writing is null || Stopwatch.GetElapsedTime(loadedAt) > FreshFor) Load(make: true);
            return writing![purpose];
        }
    }

    /// <summary>Null when no hospital of this process has such a key.</summary>
    public static byte[]? Find(string id)
    {
        if (!Opened.ContainsKey(id))
            foreach (var ring in Rings.Keys)
            {
                lock (ring.loading) ring.Load(make: false);
                if (Opened.ContainsKey(id)) break;
            }

        return Opened.GetValueOrDefault(id);
    }

    /// <summary>The ring of the hospital whose database this is.</summary>
    public static KeyRing Of(DbContext db) => Microsoft.EntityFrameworkCore.Infrastructure.AccessorExtensions.GetService<KeyRing>(db);

    /// <summary>From now on a new key writes; the others go on reading.</summary>
    public DataKeyInUse Turn(KeyPurpose purpose)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<HospitalContext>();
        lock (loading)
        {
            var key = Make(db, purpose);
            Load(make: false);
            return key;
        }
    }

    private void Load(bool make)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<HospitalContext>();
        var keys = db.Set<DataKey>().AsNoTracking().OrderBy(key => key.CreatedAt).ThenBy(key => key.Id).ToList();
        foreach (var key in keys.Where(key => checkedKeys.Add(key.Id)))
            Opened[key.Id] = master.Unwrap(Use, key.Wrapped) ?? throw new InvalidOperationException($"The master key does not open the data key {key.Id} of this database: Encryption:MasterKey (or keys/master.key) is another hospital's. Nothing was read or written.");

        if (Enum.GetValues<KeyPurpose>().Where(purpose => InUse(keys, purpose) is null).ToList() is { Count: > 0 } missing)
        {
            if (!make) return;
            foreach (var purpose in missing) Make(db, purpose);
            // Another server may have made its own meanwhile: all must agree on one.
            Load(make);
            return;
        }

        writing = Enum.GetValues<KeyPurpose>().Select(purpose => InUse(keys, purpose)!).ToDictionary(key => key.Purpose, key => new DataKeyInUse(key.Id, Opened[key.Id]));
        loadedAt = Stopwatch.GetTimestamp();
    }

    // The newest writes; what is searched by has one key for good, and of two that were made at once the first.
    private static DataKey? InUse(List<DataKey> keys, KeyPurpose purpose)
    {
        var standing = keys.Where(key => key.Purpose == purpose && key.RetiredAt is null);
        return purpose == KeyPurpose.Index ? standing.FirstOrDefault() : standing.LastOrDefault();
    }

    private DataKeyInUse Make(HospitalContext db, KeyPurpose purpose)
    {
        var (now, newest) = (clock.GetUtcNow(), db.Set<DataKey>().Max(key => (DateTimeOffset?)key.CreatedAt));
        var key = new DataKeyInUse(RandomNumberGenerator.GetString(Alphabet, FieldCipher.KeyIdLength), RandomNumberGenerator.GetBytes(KeyFile.Length));
        db.Add(new DataKey { Id = key.Id, Purpose = purpose, Wrapped = master.Wrap(Use, key.Bytes), CreatedAt = newest >= now ? newest.Value.AddMilliseconds(1) : now });
        db.SaveChanges();
        Opened[key.Id] = key.Bytes;
        return key;
    }
}

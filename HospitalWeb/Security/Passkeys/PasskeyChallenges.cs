using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HospitalWeb.Data;
using HospitalWeb.Data.Accounts;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Security.Passkeys;

/// <summary>Keeps challenges until they are answered once. A cookie ties them to the browser that asked: an answer that somebody took away opens nothing elsewhere.</summary>
public sealed class PasskeyChallenges(HospitalContext db, IHttpContextAccessor http, TimeProvider time)
{
    private const string CookieName = "hospital-passkey";

    public async Task KeepAsync(string options, string state, string purpose)
    {
        var now = time.GetUtcNow();
        await db.PasskeyChallenges.Where(c => c.EndsAt <= now).ExecuteDeleteAsync();
        var challenge = JsonDocument.Parse(options).RootElement.GetProperty("challenge").GetString();
        db.Add(new PasskeyChallenge { Hash = SHA256.HashData(Base64Url.DecodeFromChars(challenge)), HolderHash = HolderOf(BrowserKey(), purpose), State = state, EndsAt = now + PasskeyChallenge.GoodFor });
        await db.SaveChangesAsync();
    }

    /// <summary>The state of the challenge that was answered; null when it was never given to this browser for this, is too old, or has been answered before.</summary>
    public async Task<string?> TakeAsync(PasskeyAnswer answer, string purpose)
    {
        if (http.HttpContext!.Request.Cookies[CookieName] is not { } key) return null;

        var (hash, holder, now) = (SHA256.HashData(answer.Challenge), HolderOf(key, purpose), time.GetUtcNow());
        var challenges = db.PasskeyChallenges.Where(c => c.Hash == hash && c.HolderHash == holder && c.EndsAt > now);
        var state = await challenges.Select(c => c.State).SingleOrDefaultAsync();
        return await challenges.ExecuteDeleteAsync() == 1 ? state : null;
    }

    // Two pages of one browser may each have asked: the key stays as it is.
    private string BrowserKey()
    {
        var context = http.HttpContext!;
        if (context.Request.Cookies[CookieName] is { Length: > 0 } known) return known;

        var key = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        context.Response.Cookies.Append(CookieName, key, new() { HttpOnly = true, Secure = context.Request.IsHttps, SameSite = SameSiteMode.Strict, IsEssential = true });
        return key;
    }

    private static byte[] HolderOf(string key, string purpose) => SHA256.HashData(Encoding.UTF8.GetBytes($"{key} {purpose}"));
}

using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HospitalWeb.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Security;

/// <summary>
/// Codes of an authenticator app (RFC 6238: 6 digits, HMAC-SHA-1, steps of 30 s), one step early or late.
/// A code opens once: of the accepted step and all before it no other is accepted, also when two requests bring the same code at the same moment.
/// </summary>
public sealed class TotpProvider(HospitalContext db, TimeProvider time) : AuthenticatorTokenProvider<Account>
{
    private const int StepSeconds = 30, Digits = 6, Modulus = 1_000_000;

    public override async Task<bool> ValidateAsync(string purpose, string token, UserManager<Account> manager, Account user)
    {
        if (await manager.GetAuthenticatorKeyAsync(user) is not { Length: > 0 } key) return false;

        var now = time.GetUtcNow().ToUnixTimeSeconds() / StepSeconds;
        foreach (var step in new[] { now, now - 1, now + 1 })
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(CodeOf(key, step)), Encoding.ASCII.GetBytes(token)))
                return await db.Users.Where(a => a.Id == user.Id && a.LastTotpStep < step).ExecuteUpdateAsync(a => a.SetProperty(x => x.LastTotpStep, step)) == 1;
        return false;
    }

    /// <summary>The six digits of a step, for a key in base 32 as authenticator apps take it.</summary>
    public static string CodeOf(string key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // RFC 6238 as every authenticator app speaks it; HMAC does not need a hash without collisions.
        var hash = HMACSHA1.HashData(Base32(key), counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & int.MaxValue;
        return (number % Modulus).ToString(CultureInfo.InvariantCulture).PadLeft(Digits, '0');
    }

    private static byte[] Base32(string text)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bytes = new List<byte>(text.Length * 5 / 8);
        var (bits, held) = (0, 0);
        foreach (var letter in text.ToUpperInvariant().Where(Alphabet.Contains))
        {
            bits = (bits << 5 | Alphabet.IndexOf(letter)) & 0xFFFF;
            if ((held += 5) < 8) continue;

            held -= 8;
            bytes.Add((byte)(bits >> held));
        }
        return [.. bytes];
    }
}

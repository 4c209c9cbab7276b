using System.Security.Cryptography;
using HospitalWeb.Domain.Audit;

namespace HospitalWeb.Audit;

/// <summary>HMAC-SHA256 over the previous seal and everything that an entry says, each part with its length.</summary>
public static class AuditSeal
{
    public static byte[] Of(AuditEntry entry, byte[] key)
    {
        using var content = new MemoryStream();
        using var writer = new BinaryWriter(content);
        WriteBytes(writer, entry.PreviousHash);
        writer.Write(entry.Sequence);
        writer.Write(entry.At.UtcTicks);
        foreach (var text in (string?[])[
            entry.AccountId?.ToString(), entry.AccountName, entry.Roles, entry.Action.ToString(), entry.EntityType, entry.EntityId,
            entry.PatientId?.ToString(), entry.Changes, entry.Path, entry.IpAddress, entry.UserAgent, entry.Outcome.ToString(),
            entry.Session, entry.Reference, entry.Reason, entry.Severity.ToString(), entry.IsSecurity.ToString()])
        {
            writer.Write(text is not null);
            writer.Write(text ?? "");
        }

        return HMACSHA256.HashData(key, content.GetBuffer().AsSpan(0, (int)content.Length));
    }

    public static byte[] Of(AuditSegment segment, byte[] key)
    {
        using var content = new MemoryStream();
        using var writer = new BinaryWriter(content);
        writer.Write("segment");
        WriteBytes(writer, segment.PreviousSeal);
        writer.Write(segment.Month.DayNumber);
        writer.Write(segment.FirstSequence);
        writer.Write(segment.LastSequence);
        writer.Write(segment.Count);
        WriteBytes(writer, segment.Hash);
        return HMACSHA256.HashData(key, content.GetBuffer().AsSpan(0, (int)content.Length));
    }

    public static byte[] OfHead(long sequence, byte[] hash, byte[] key)
    {
        using var content = new MemoryStream();
        using var writer = new BinaryWriter(content);
        writer.Write("head");
        writer.Write(sequence);
        WriteBytes(writer, hash);
        return HMACSHA256.HashData(key, content.GetBuffer().AsSpan(0, (int)content.Length));
    }

    public static bool Holds(AuditHead head, byte[] key) =>
        head.IsAtStart ? head.Seal is [] : CryptographicOperations.FixedTimeEquals(head.Seal, OfHead(head.Sequence, head.Hash, key));

    private static void WriteBytes(BinaryWriter writer, byte[] bytes)
    {
        writer.Write(bytes.Length);
        writer.Write(bytes);
    }
}

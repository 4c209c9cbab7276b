using HospitalWeb.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HospitalWeb.Security.Encryption;

/// <summary>One key of the ring, itself encrypted by the master key. The newest that is not retired writes; all of them read.</summary>
[NotAudited]
public sealed class DataKey
{
    public const int WrappedMaxLength = 100;

    public required string Id { get; init; }
    public required KeyPurpose Purpose { get; init; }
    public required byte[] Wrapped { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    /// <summary>From here on nothing in the database needs it; backups of before still do.</summary>
    public DateTimeOffset? RetiredAt { get; set; }
}

/// <summary>Fields are written anew when the key changes. What the audit trail says stays as it was sealed, and so do its keys; what is searched by never changes its key.</summary>
public enum KeyPurpose { Fields, Audit, Index }

/// <summary>A key of the ring, opened.</summary>
public sealed record DataKeyInUse(string Id, byte[] Bytes);

internal sealed class DataKeyMapping : IEntityTypeConfiguration<DataKey>
{
    public void Configure(EntityTypeBuilder<DataKey> key)
    {
        key.Property(k => k.Id).HasMaxLength(FieldCipher.KeyIdLength).IsUnicode(false);
        key.Property(k => k.Wrapped).HasMaxLength(DataKey.WrappedMaxLength);
    }
}

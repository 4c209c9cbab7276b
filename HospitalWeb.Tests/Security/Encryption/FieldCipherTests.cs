using System.Buffers.Text;
using HospitalWeb.Security.Encryption;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting.Internal;

namespace HospitalWeb.Tests.Security.Encryption;

public sealed class FieldCipherTests(HospitalApp app, TestServer server) : IClassFixture<HospitalApp>
{
    private const string Place = "Patient.Email";
    private readonly Guid row = Guid.NewGuid();

    private DataKeyInUse Key => app.Services.GetRequiredService<KeyRing>().Current(KeyPurpose.Fields);

    [Fact]
    public void What_was_sealed_opens_and_names_its_row() => Assert.Equal(("Grüße 🩺", row), FieldCipher.Open(Place, FieldCipher.Seal(Key, Place, row, "Grüße 🩺")));

    [Fact]
    public void In_another_column_it_does_not_open() => Assert.Throws<FieldTampered>(() => FieldCipher.Open("Patient.MothersMaidenName", FieldCipher.Seal(Key, Place, row, "x")));

    [Fact]
    public void With_any_bit_changed_it_does_not_open()
    {
        var field = FieldCipher.Seal(Key, Place, row, "Take one daily");
        var start = field.LastIndexOf(':') + 1;
        var bytes = Base64Url.DecodeFromChars(field.AsSpan(start));

        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << bit % 8);
            var forged = field[..start] + Base64Url.EncodeToString(bytes);
            Assert.Throws<FieldTampered>(() => FieldCipher.Open(Place, forged));
            bytes[bit / 8] ^= (byte)(1 << bit % 8);
        }
    }

    [Theory]
    [InlineData("plain text"), InlineData("e1:unknown8:AAAA"), InlineData("e1:"), InlineData("e2:abcdefgh:AAAA")]
    public void What_is_no_ciphertext_of_this_hospital_is_refused(string field) => Assert.Throws<FieldTampered>(() => FieldCipher.Open(Place, field));

    [Fact]
    public void A_million_writes_have_a_million_nonces()
    {
        var (key, about, nonces) = (Key.Bytes, FieldCipher.Parts(Place), new HashSet<(ulong, uint)>());

        for (var i = 0; i < 1_000_000; i++)
        {
            var field = FieldCipher.Seal(key, about, [1]);
            Assert.True(nonces.Add((BitConverter.ToUInt64(field), BitConverter.ToUInt32(field, 8))));
        }
    }

    [Fact]
    public void Parts_are_told_apart() => Assert.NotEqual(FieldCipher.Parts("ab", "c"), FieldCipher.Parts("a", "bc"));

    [Fact]
    public async Task Another_hospitals_master_key_stops_the_start_and_writes_nothing()
    {
        _ = Key;
        var before = await app.UsingDb(db => db.Set<DataKey>().CountAsync());
        await using var other = new HospitalApp(server) { Settings = { ["Encryption:MasterKey"] = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=" } };
        other.UseDatabase(app.Database);

        var refusal = Assert.ThrowsAny<InvalidOperationException>(() => other.Services);

        Assert.Contains("does not open the data key", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, await app.UsingDb(db => db.Set<DataKey>().CountAsync()));
    }

    [Fact]
    public void A_master_key_that_others_may_read_is_not_used()
    {
        if (OperatingSystem.IsWindows()) return;
        var folder = Directory.CreateTempSubdirectory().FullName;
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("HOSPITAL_DATA", folder)]).Build();
        var key = new MasterKey(settings, new HostingEnvironment { ContentRootPath = folder });
        var wrapped = key.Wrap("test", [1, 2, 3]);
        Assert.Equal([1, 2, 3], key.Unwrap("test", wrapped));
        Assert.Null(key.Unwrap("another use", wrapped));

        File.SetUnixFileMode(Path.Combine(folder, "keys", "master.key"), UnixFileMode.UserRead | UnixFileMode.GroupRead);

        Assert.Contains("chmod 600", Assert.Throws<InvalidOperationException>(() => key.Unwrap("test", wrapped)).Message, StringComparison.Ordinal);
    }
}

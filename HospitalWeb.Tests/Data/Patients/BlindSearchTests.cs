using System.Globalization;
using HospitalWeb.Audit;
using HospitalWeb.Data.Access;
using HospitalWeb.Data.Encryption;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Security.Encryption;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Data.Patients;

/// <summary>Phones and identifiers are found although the database cannot read them.</summary>
public sealed class BlindSearchTests(HospitalApp app) : PageTest(app)
{
    private const int HowMany = 3000;

    [Fact]
    public async Task A_search_finds_whom_reading_every_record_finds()
    {
        var random = new Random(7);
        var all = Enumerable.Range(0, HowMany).Select(n => Patient(n, $"0{random.Next(20, 80)} {random.Next(100, 1000)} {random.Next(1000, 1300)}", $"{random.Next(100, 1000)}-{random.Next(10, 100)}-{n:D4}")).ToList();
        await App.UsingDb(db => { db.AddRange(all); db.AuditInBulk(HospitalWeb.Domain.Audit.AuditAction.Import, "test"); return db.SaveChangesAsync(); });

        foreach (var one in all.Where((_, n) => n % 300 == 0))
            foreach (var typed in new[] { one.Phone!, one.Phone![^4..], one.Phone!.Replace(" ", "", StringComparison.Ordinal)[^6..], one.Identifiers[0].Value, PatientIdentifier.Plain(one.Identifiers[0].Value), $"{one.FamilyName} {one.Phone![^4..]}" })
            {
                var query = PatientQuery.Parse(typed);
                var expected = all.Where(p => query.Words.All(word => Fits(p, word))).Select(p => p.Id).Order().ToList();
                var found = await FoundAsync(typed);
                Assert.Contains(one.Id, found);
                Assert.Equal(expected, found.Order());
            }
    }

    [Fact]
    public async Task Neither_is_readable_and_a_change_of_keys_changes_no_index()
    {
        var patient = Patient(9001, "020 7946 0777", "XQ-55 77");
        await App.Save(patient);
        var before = await IndexesAsync(patient);

        await using (var scope = App.Services.CreateAsyncScope()) await scope.ServiceProvider.GetRequiredService<KeyRotation>().RunAsync(TextWriter.Null, TestContext.Current.CancellationToken);

        Assert.Equal(before, await IndexesAsync(patient));
        Assert.StartsWith("e1:", await App.RawAsync($"SELECT \"Phone\" FROM \"Patient\" WHERE \"Id\" = '{patient.Id}'"), StringComparison.Ordinal);
        Assert.StartsWith("e1:", await App.RawAsync($"SELECT \"Value\" FROM \"PatientIdentifier\" WHERE \"PatientId\" = '{patient.Id}'"), StringComparison.Ordinal);
        foreach (var typed in new[] { "02079460777", "0777", "xq5577", "XQ-55 77", "xq 55-77" })
            Assert.Equal([patient.Id], await FoundAsync(typed));
    }

    [Fact]
    public Task One_text_has_another_index_in_another_column() => App.UsingDb(db =>
    {
        Assert.Equal(3, new[] { BlindIndex.Phone, BlindIndex.Phone with { Column = "Other" }, BlindIndex.Phone with { Row = typeof(Patient[]) } }.Select(index => index.Of(db, "7946007")).Distinct().Count());
        Assert.Equal(BlindIndex.Phone.Of(db, "020 7946 0777"), BlindIndex.Phone.Of(db, "+44 20 7946 0777"));
        return Task.CompletedTask;
    });

    [Fact]
    public async Task A_new_phone_is_found_and_the_old_one_is_not_and_the_trail_names_no_index()
    {
        var patient = Patient(9002, "020 7946 8881", "YQ-1");
        await App.Save(patient);

        await App.UsingDb(async db =>
        {
            (await db.Patients.SingleAsync(p => p.Id == patient.Id)).Reach("020 7946 8882", null, new());
            await db.SaveChangesAsync();
        });

        Assert.Empty(await FoundAsync("79468881"));
        Assert.Equal([patient.Id], await FoundAsync("79468882"));
        Assert.DoesNotContain("PhoneIndex", await App.RawAsync($"SELECT \"Changes\" FROM \"AuditEntry\" WHERE \"EntityId\" = '{patient.Id}' AND \"Action\" = 'Update'"), StringComparison.Ordinal);
    }

    // Four digits may be a patient's number too, which is not what this is about.
    private Task<List<Guid>> FoundAsync(string typed) => App.UsingDb(async db => await (await db.PatientsLikeAsync(PatientQuery.Parse(typed) with { Number = null }, PatientView.Whole)).Select(p => p.Id).ToListAsync());

    private static bool Fits(Patient patient, string word) => patient.SearchTerms.Exists(t => t.Term.StartsWith(word, StringComparison.Ordinal))
        || PatientIdentifier.Plain(patient.Identifiers[0].Value) == word || word.All(char.IsAsciiDigit) && PhoneDigits.Fits(patient.Phone, word);

    private static Patient Patient(int number, string phone, string identifier)
    {
        var patient = Given.Patient($"Blind{string.Concat(number.ToString("D4", CultureInfo.InvariantCulture).Select(digit => (char)('a' + (digit - '0'))))}", phone: phone);
        patient.Identify("test", identifier);
        return patient;
    }

    private async Task<List<string>> IndexesAsync(Patient patient) =>
    [
        await App.RawAsync($"SELECT CAST(\"PhoneIndex\" AS varchar(30)) FROM \"Patient\" WHERE \"Id\" = '{patient.Id}'"),
        await App.RawAsync($"SELECT CAST(\"PhoneEndIndex\" AS varchar(30)) FROM \"Patient\" WHERE \"Id\" = '{patient.Id}'"),
        await App.RawAsync($"SELECT CAST(\"ValueIndex\" AS varchar(30)) FROM \"PatientIdentifier\" WHERE \"PatientId\" = '{patient.Id}'"),
    ];
}

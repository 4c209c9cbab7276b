using System.Buffers.Binary;
using HospitalWeb.Security;
using HospitalWeb.Security.Passwords;
using HospitalWeb.Tests.Support;
using Microsoft.AspNetCore.Cryptography.KeyDerivation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HospitalWeb.Tests.Security;

public sealed class PasswordTests(HospitalApp app) : AccountTest(app)
{
    private const string Short = "Use at least", Long = "Use at most 128", Common = "Many people use", Pattern = "repeat or follow", Names = "is made of your name";
    private static readonly string[] Asha = ["Riverside Hospital", "Dr Asha Patel", "asha.patel@riverside.example", "asha.patel@riverside.example"];

    [Theory]
    [InlineData("", Short)]
    [InlineData("short", Short)]
    [InlineData("fourteen chars", Short)]
    [InlineData("Tr0ub4dor&3", Short)]
    [InlineData("              ", Short)]
    [InlineData("ＡＢＣＤＥＦＧＨＩＪＫＬＭＮ", Short)]
    [InlineData("😀😃😄😁😆😅😂", Short)]
    [InlineData("fifteen letters", null)]
    [InlineData("correct horse battery staple", null)]
    [InlineData("CORRECTHORSEBATTERY", null)]
    [InlineData("829104756319284", null)]
    [InlineData("only small letters here", null)]
    [InlineData("mañana jugaremos al mus", null)]
    [InlineData("лошадь скрепка батарея", null)]
    [InlineData("ステープル電池馬正しいパスワード", null)]
    [InlineData("नमस्ते दुनिया घोड़ा", null)]
    [InlineData("😀🐎🔋📎🌧🚲🎺🥕🧊🪁🛶🧵🪐🦉🍋", null)]
    [InlineData("  spaces at both ends  ", null)]
    [InlineData("\tand a tab in front", null)]
    [InlineData("<script>alert(1)</script>", null)]
    [InlineData("Robert'); DROP TABLE", null)]
    [InlineData("password12345678", Common)]
    [InlineData("PASSWORD!!!!!!!!!!", Common)]
    [InlineData("1234567890qwerty", Common)]
    [InlineData("12345678dragon12345678", Common)]
    [InlineData("***sunshine***2024***", Common)]
    [InlineData("ｐａｓｓｗｏｒｄ12345678", Common)]
    [InlineData("aaaaaaaaaaaaaaaaaaaa", Pattern)]
    [InlineData("abcdefghijklmnopq", Pattern)]
    [InlineData("zyxwvutsrqponmlkj", Pattern)]
    [InlineData("xk7xk7xk7xk7xk7xk7", Pattern)]
    [InlineData("passwordpassword", Pattern)]
    [InlineData("superman superman superman ", Pattern)]
    [InlineData("riverside-hospital", Names)]
    [InlineData("RiversideHospital2026", Names)]
    [InlineData("asha.patel.1985", Names)]
    [InlineData("asha.patel@riverside.example", Names)]
    [InlineData("Doctor-Doctor-Nurse", Names)]
    [InlineData("Lab Technician 123", Names)]
    [InlineData("hospital password1", Names)]
    [InlineData("patel grows blue tulips", null)]
    public void Forty_passwords_and_what_is_said_to_them(string password, string? fault)
    {
        if (fault is null) Assert.Null(PasswordRule.FaultOf(password, PasswordRule.Fewest, Asha));
        else Assert.Contains(fault, PasswordRule.FaultOf(password, PasswordRule.Fewest, Asha), StringComparison.Ordinal);
    }

    [Fact]
    public void As_many_characters_as_one_likes_up_to_128_of_any_script()
    {
        var most = string.Concat(Enumerable.Range(0, 128).Select(n => char.ConvertFromUtf32(0x4E00 + n * n)));

        Assert.Null(PasswordRule.FaultOf(most, PasswordRule.Fewest, []));
        Assert.Contains(Long, PasswordRule.FaultOf(most + "x", PasswordRule.Fewest, []), StringComparison.Ordinal);
    }

    [Fact]
    public void The_list_of_common_passwords_is_long_enough() => Assert.InRange(CommonPasswords.Count, 10_000, int.MaxValue);

    [Fact]
    public async Task Where_a_second_factor_is_asked_for_twelve_characters_do()
    {
        var (pharmacist, patient) = (await AnAccount(Role.Pharmacist), await AnAccount(Role.Patient));
        await App.UsingDb(db => db.Roles.Where(r => r.Name == "Pharmacist").ExecuteUpdateAsync(r => r.SetProperty(x => x.NeedsSecondFactor, true)));

        var (with, without) = (await Change(pharmacist, "twelve lettr"), await Change(patient, "twelve lettr"));
        await App.UsingDb(db => db.Roles.Where(r => r.Name == "Pharmacist").ExecuteUpdateAsync(r => r.SetProperty(x => x.NeedsSecondFactor, false)));

        Assert.True(with.Succeeded);
        Assert.Contains("at least 15", Assert.Single(without.Errors).Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_a_long_password_is_left_out()
    {
        var account = await AnAccount(Role.Nurse);
        var password = string.Concat(Enumerable.Range(0, 127).Select(n => (char)('a' + n * 7 % 26 % 11))) + "x";
        Assert.True((await Change(account, password)).Succeeded);

        var wrong = await SignInAs(account, Anonymous(), password[..127] + "y");
        var right = await SignInAs(account, Anonymous(), password);

        Assert.Equal(("/Identity/Account/Login", "/nurse"), (wrong.Path, right.Path));
    }

    [Fact]
    public void Without_a_setting_passwords_are_kept_with_210_000_rounds_of_SHA512()
    {
        var settings = new ConfigurationBuilder().Build();
        var hash = new PasswordHashing(Options.Create(new PasswordHasherOptions { IterationCount = PasswordHashing.RoundsOf(settings) })).HashPassword(null!, Password);

        Assert.Equal((KeyDerivationPrf.HMACSHA512, 210_000), Header(hash));
    }

    [Fact]
    public async Task A_hash_of_fewer_rounds_is_made_anew_at_the_next_sign_in()
    {
        var account = await AnAccount(Role.Nurse);
        var weak = new PasswordHasher<Account>(Options.Create(new PasswordHasherOptions { IterationCount = 500 })).HashPassword(account, Password);
        await App.UsingDb(db => db.Users.Where(a => a.Id == account.Id).ExecuteUpdateAsync(a => a.SetProperty(x => x.PasswordHash, weak)));

        var page = await SignInAs(account, Anonymous());

        Assert.Equal("/nurse", page.Path);
        foreach (var hash in await App.UsingDb(db => db.Users.Where(a => a.PasswordHash != null).Select(a => a.PasswordHash!).ToListAsync()))
            Assert.Equal((KeyDerivationPrf.HMACSHA512, PasswordHashing.RoundsOf(App.Services.GetRequiredService<IConfiguration>())), Header(hash));
    }

    // Identity's third format: a mark, the function, the rounds, each as a big-endian number.
    private static (KeyDerivationPrf Function, int Rounds) Header(string hash)
    {
        var bytes = Convert.FromBase64String(hash);
        Assert.Equal(1, bytes[0]);
        return ((KeyDerivationPrf)BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(1)), BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(5)));
    }

    private async Task<IdentityResult> Change(Account account, string password)
    {
        await using var scope = App.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        return await accounts.ChangePasswordAsync((await accounts.FindByIdAsync(account.Id.ToString()))!, Password, password);
    }
}

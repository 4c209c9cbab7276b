using System.Buffers.Binary;
using System.Security.Cryptography;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.AspNetCore.Identity;

namespace HospitalWeb.Tests.Areas.Identity;

public sealed class SecondFactorTests(HospitalApp app) : PageTest(app)
{
    private const string SetUp = "/Identity/Account/Manage/EnableAuthenticator", State = "/Identity/Account/Manage/TwoFactorAuthentication", Codes = "/Identity/Account/Manage/ShowRecoveryCodes";

    [Fact]
    public async Task Looking_makes_no_key_and_starting_makes_one_that_stays()
    {
        var nurse = await ANurse();

        var looked = await nurse.Open(SetUp);

        Assert.Null(looked.Document.QuerySelector(".hw-key"));
        Assert.Equal((await looked.Submit()).Text(".hw-key"), (await nurse.Open(SetUp)).Text(".hw-key"));
    }

    [Fact]
    public async Task The_key_stands_in_groups_beside_the_square_to_scan()
    {
        var page = await Started(await ANurse());

        Assert.Matches("^([a-z2-7]{4} ){7}[a-z2-7]{4}$", page.Text(".hw-key"));
        Assert.NotNull(page.Document.QuerySelector(".hw-square svg"));
        Assert.Empty(page.Document.QuerySelectorAll("[style], img"));
    }

    [Fact]
    public async Task The_code_of_the_app_turns_it_on_and_recovery_codes_are_shown_once()
    {
        var nurse = await ANurse();
        var page = await Started(nurse);

        var codes = await page.Submit(("Input.Code", CodeNow(page.Text(".hw-key"))));

        Assert.Equal(Codes, codes.Path);
        Assert.Equal(10, codes.Texts(".hw-codes li").Distinct().Count());
        Assert.Equal(State, (await nurse.Open(Codes)).Path);
        Assert.Contains("10 recovery codes are left", (await nurse.Open(State)).Main);
    }

    [Theory]
    [InlineData("", "Enter the code of 6 digits that the app shows.")]
    [InlineData("12345", "This is not the code the app shows now. Enter the newest one.")]
    public async Task A_wrong_code_turns_nothing_on(string code, string sentence)
    {
        var nurse = await ANurse();

        var answer = await (await Started(nurse)).Submit(("Input.Code", code));

        Assert.Contains(sentence, answer.Errors);
        Assert.Contains("Your password alone opens your account.", (await nurse.Open(State)).Main);
    }

    [Fact]
    public async Task A_password_is_changed_by_who_knows_it_and_only_to_a_long_one()
    {
        var page = await (await ANurse()).Open("/Identity/Account/Manage/ChangePassword");

        Assert.Contains("The password is wrong", (await page.Submit(("Input.OldPassword", "not this one at all"), ("Input.NewPassword", "another long password"))).Errors);
        Assert.Contains("at least 15 characters", (await page.Submit(("Input.OldPassword", "a password for tests"), ("Input.NewPassword", "short"))).Errors);
        Assert.Contains("Your password is changed.", (await page.Submit(("Input.OldPassword", "a password for tests"), ("Input.NewPassword", "another long password"))).Notice);
    }

    private static async Task<Browser.Page> Started(Browser browser) => await (await browser.Open(SetUp)).Submit();

    private async Task<Browser> ANurse()
    {
        await using var scope = App.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = new Account { UserName = $"{Guid.NewGuid():N}@hospital.example", DisplayName = "N Okoye", CreatedAt = App.Clock.Now };
        account.Email = account.UserName;
        Assert.True((await accounts.CreateAsync(account, "a password for tests")).Succeeded);
        return As(Role.Nurse, account: account.Id);
    }

    /// <summary>What an authenticator app shows for a key at this moment (RFC 6238: HMAC-SHA-1, 30 seconds, 6 digits).</summary>
    private string CodeNow(string key)
    {
        var bits = string.Concat(key.Replace(" ", "").Select(letter => Convert.ToString("abcdefghijklmnopqrstuvwxyz234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var secret = bits.Chunk(8).Where(eight => eight.Length == 8).Select(eight => Convert.ToByte(new string(eight), 2)).ToArray();
        var step = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, App.Clock.Now.ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // The standard that every app follows wants SHA-1.
        var hash = HMACSHA1.HashData(secret, step);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("000000", System.Globalization.CultureInfo.InvariantCulture);
    }
}

using HospitalWeb.Data;
using HospitalWeb.Data.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Security.Links;

/// <summary>Somebody cannot remember the password: a letter goes to the account of this address, if there is one, and at most three in an hour.</summary>
public sealed class ResetRequest(HospitalContext db, UserManager<Account> accounts, AccountLinks links, TimeProvider time)
{
    private const int LettersAnHour = 3;

    public async Task AnswerAsync(string email)
    {
        var hourAgo = time.GetUtcNow().AddHours(-1);
        if (await accounts.FindByEmailAsync(email) is not { IsDisabled: false } account) return;
        if (await db.AccountLinks.CountAsync(l => l.AccountId == account.Id && l.Purpose == LinkPurpose.PasswordReset && l.MadeAt > hourAgo) >= LettersAnHour) return;

        links.SendReset(account);
        await db.SaveChangesAsync();
    }
}

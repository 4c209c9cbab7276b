using HospitalWeb.Data;
using HospitalWeb.Data.Accounts;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Mail;
using HospitalWeb.Web;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Security.Links;

/// <summary>Makes the links of letters, finds what they open, and uses them up. Nobody but the letter's reader ever sees one.</summary>
public sealed class AccountLinks(HospitalContext db, PublicSite site, FacilityBook book, TimeProvider time)
{
    public const string Refusal = "This link has been used, is too old or is not whole. Ask for a new one.";

    private string Hospital => book.Current?.Name ?? "the hospital";

    public void Invite(Account account) => Send(account, LinkPurpose.Invitation, account.Email!, $"Your account at {Hospital}",
        $"An account has been made for you at {Hospital}. Choose your password here within three days:", "/Identity/Account/ResetPassword");

    public void SendReset(Account account) => Send(account, LinkPurpose.PasswordReset, account.Email!, $"Choose a new password at {Hospital}",
        $"A new password was asked for your account at {Hospital}. Choose your password here within an hour:", "/Identity/Account/ResetPassword");

    public void SendEmailChange(Account account, string newEmail) => Send(account, LinkPurpose.EmailChange, newEmail, $"Confirm your address at {Hospital}",
        $"This address was given for an account at {Hospital}. Confirm it here within an hour:", "/Identity/Account/ConfirmEmailChange");

    /// <summary>The link of this token, if it still opens one of these deeds.</summary>
    public async Task<AccountLink?> FindAsync(string? token, params LinkPurpose[] purposes)
    {
        var hash = AccountLink.HashOf(token ?? "");
        var link = await db.AccountLinks.Include(l => l.Account).SingleOrDefaultAsync(l => l.TokenHash == hash && purposes.Contains(l.Purpose));
        return link?.Opens(time.GetUtcNow()) == true ? link : null;
    }

    /// <summary>Uses it up, inside the transaction of the deed: of two who come at once, one is refused.</summary>
    public async Task UseAsync(AccountLink link)
    {
        var now = time.GetUtcNow();
        BrokenRule.When(await db.AccountLinks.Where(l => l.Id == link.Id && l.UsedAt == null).ExecuteUpdateAsync(l => l.SetProperty(x => x.UsedAt, now)) == 0, Refusal);
    }

    private void Send(Account account, LinkPurpose purpose, string to, string subject, string sentence, string path)
    {
        var (token, now) = (AccountLink.NewToken(), time.GetUtcNow());
        var link = new AccountLink
        {
            AccountId = account.Id, Purpose = purpose, TokenHash = AccountLink.HashOf(token), Of = AccountLink.StateOf(account), NewEmail = purpose == LinkPurpose.EmailChange ? to : null,
            MadeAt = now, EndsAt = now + AccountLink.LifeOf(purpose),
        };
        db.Add(link);
        db.Add(new OutgoingMail
        {
            To = to, Subject = subject, Key = $"link/{Convert.ToHexStringLower(link.TokenHash)}", QueuedAt = now, UselessAfter = link.EndsAt,
            Body = $"{sentence}\n\n{site.Address}{path}?code={token}\n\nIf you did not expect this letter, tell the hospital's administrator.",
        });
    }
}

using System.Text;
using HospitalWeb.Domain.Mail;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;

namespace HospitalWeb.Areas.Admin.Pages.Accounts;

/// <summary>Letters that let somebody choose a password. Nobody else ever sees or chooses it.</summary>
internal static class AccountLinks
{
    public static async Task<OutgoingMail> PasswordLetterAsync(this UserManager<Account> accounts, Account account, bool isInvitation, HttpRequest request, FacilityBook book, IConfiguration settings, DateTimeOffset now)
    {
        var code = WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(await accounts.GeneratePasswordResetTokenAsync(account)));
        // Behind a proxy the address that the browser names is nobody's to trust; the setting says where the hospital is.
        var site = settings["PublicUrl"]?.TrimEnd('/') ?? $"{request.Scheme}://{request.Host}";
        var hospital = book.Current?.Name ?? "the hospital";
        return new()
        {
            To = account.Email!,
            Subject = isInvitation ? $"Your account at {hospital}" : $"Choose a new password at {hospital}",
            Key = $"password/{account.Id}/{now.UtcTicks}",
            QueuedAt = now,
            UselessAfter = now.AddDays(1),
            Body = $"""
                {(isInvitation ? $"An account has been made for you at {hospital}." : $"A new password was asked for your account at {hospital}.")} Choose your password here within a day:

                {site}/Identity/Account/ResetPassword?code={code}

                If you did not expect this letter, tell the hospital's administrator.
                """,
        };
    }
}

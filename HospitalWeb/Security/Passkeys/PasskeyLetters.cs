using HospitalWeb.Domain.Mail;
using HospitalWeb.Web;

namespace HospitalWeb.Security.Passkeys;

public static class PasskeyLetters
{
    /// <summary>Tells the owner, who may not have been the one who did it.</summary>
    public static OutgoingMail PasskeyLetter(this Account account, string whatHappened, FacilityBook book, DateTimeOffset now) => new()
    {
        To = account.Email!,
        Subject = $"A passkey of your account at {book.Current?.Name ?? "the hospital"}",
        Key = $"passkey/{account.Id}/{now.UtcTicks}",
        QueuedAt = now,
        Body = $"{whatHappened}. If this was not you, tell the hospital's administrator at once.",
    };
}

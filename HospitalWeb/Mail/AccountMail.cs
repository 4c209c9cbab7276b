using HospitalWeb.Data;
using HospitalWeb.Domain.Mail;
using Microsoft.AspNetCore.Identity.UI.Services;

namespace HospitalWeb.Mail;

/// <summary>What Identity's pages have to say by mail (a link to reset a password) goes through the outbox like every other letter.</summary>
public sealed class AccountMail(HospitalContext db, TimeProvider time) : IEmailSender
{
    public async Task SendEmailAsync(string email, string subject, string htmlMessage)
    {
        db.Add(new OutgoingMail { To = email, Subject = subject, Body = htmlMessage, IsHtml = true, Key = $"account/{Guid.NewGuid():N}", QueuedAt = time.GetUtcNow() });
        await db.SaveChangesAsync();
    }
}

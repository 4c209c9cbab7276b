using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using System.Text;
using HospitalWeb.Data;
using HospitalWeb.Domain.Mail;

namespace HospitalWeb.Mail;

public enum Delivery { Accepted, RefusedForNow, RefusedForGood, Unknown }

/// <summary>Hands a letter to the mail server, or to a file where there is none. The only place that speaks SMTP.</summary>
public sealed class Postman(IConfiguration configuration, IHostEnvironment host)
{
    private readonly MailSettings settings = configuration.GetSection("Mail").Get<MailSettings>() ?? new();

    public bool HasServer => settings.HasServer;
    public string Folder { get; } = Path.Combine(DataFolder.Of(configuration, host.ContentRootPath), "mail");

    public async Task<(Delivery Delivery, string? Error)> DeliverAsync(OutgoingMail mail, CancellationToken token)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(token);
        patience.CancelAfter(TimeSpan.FromSeconds(settings.TimeoutSeconds));
        try
        {
            using var letter = Letter(mail);
            await (HasServer ? SendAsync(letter, patience.Token) : WriteAsync(letter, mail.Id, patience.Token));
            return (Delivery.Accepted, null);
        }
        catch (FormatException problem)
        {
            return (Delivery.RefusedForGood, problem.Message);
        }
        catch (SmtpException problem)
        {
            return (Meaning(problem), problem.InnerException is { } inner ? $"{problem.Message} {inner.Message}" : problem.Message);
        }
        catch (OperationCanceledException)
        {
            return (Delivery.Unknown, $"The mail server did not answer within {settings.TimeoutSeconds} seconds.");
        }
    }

    // A server that was never reached has not taken the letter, and one that answered has said what it did; anything else leaves open whether it arrived.
    private static Delivery Meaning(SmtpException problem) => problem switch
    {
        { InnerException: SocketException } => Delivery.RefusedForNow,
        { InnerException: System.Security.Authentication.AuthenticationException } => Delivery.RefusedForNow,
        { StatusCode: SmtpStatusCode.GeneralFailure } => Delivery.Unknown,
        { StatusCode: >= (SmtpStatusCode)500 } => Delivery.RefusedForGood,
        { StatusCode: >= (SmtpStatusCode)400 } => Delivery.RefusedForNow,
        _ => Delivery.Unknown,
    };

    private async Task SendAsync(MailMessage letter, CancellationToken token)
    {
        // Once a letter is on its way the client hears of no cancelling: it has a clock of its own.
        using var server = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.Tls, Timeout = settings.TimeoutSeconds * 1000 };
        if (settings.User is { Length: > 0 } user) server.Credentials = new NetworkCredential(user, settings.Password);
        await server.SendMailAsync(letter, token);
    }

    private async Task WriteAsync(MailMessage letter, Guid id, CancellationToken token)
    {
        var draft = Directory.CreateDirectory(Path.Combine(Folder, $".{id:N}")).FullName;
        using var writer = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = draft };
        await writer.SendMailAsync(letter, token);
        foreach (var file in Directory.GetFiles(draft)) File.Move(file, Path.Combine(Folder, $"{id:N}.eml"), overwrite: true);
        Directory.Delete(draft, recursive: true);
    }

    private MailMessage Letter(OutgoingMail mail)
    {
        var letter = new MailMessage(new MailAddress(settings.From), new MailAddress(mail.To))
        {
            Subject = mail.Subject, Body = mail.Body, IsBodyHtml = mail.IsHtml, SubjectEncoding = Encoding.UTF8, BodyEncoding = Encoding.UTF8, HeadersEncoding = Encoding.UTF8,
        };
        // The same letter always bears the same name, so that a mailbox that gets it twice can tell.
        letter.Headers.Add("Message-ID", $"<{mail.Id:N}@{letter.From!.Host}>");
        foreach (var attachment in mail.Attachments) letter.Attachments.Add(new(new MemoryStream(attachment.Content), attachment.FileName, attachment.ContentType));
        return letter;
    }
}

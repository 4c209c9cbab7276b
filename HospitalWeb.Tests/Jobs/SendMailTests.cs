using HospitalWeb.Data.Mail;
using HospitalWeb.Domain.Mail;
using HospitalWeb.Jobs;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Jobs;

public sealed class SendMailTests : PageTest
{
    private readonly SmtpServer smtp;

    public SendMailTests(HospitalApp app, SmtpServer smtp) : base(app)
    {
        this.smtp = smtp;
        app.Settings["Mail:Host"] = "127.0.0.1";
        app.Settings["Mail:Port"] = smtp.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        app.Settings["Mail:From"] = "front.desk@hospital.example";
        app.Settings["Mail:TimeoutSeconds"] = "3";
    }

    [Fact]
    public async Task A_letter_arrives_once_with_its_words_and_a_name_of_its_own()
    {
        var mail = Given.Mail(to: "zoe@example.org", body: "Grüße aus dem Krankenhaus");
        await App.Save(mail);

        await App.Run<SendMail>();
        await App.Run<SendMail>();

        var letter = Assert.Single(smtp.TakenFor("zoe@example.org"));
        Assert.Contains($"<{mail.Id:N}@hospital.example>", letter.Text, StringComparison.Ordinal);
        Assert.Equal((MailStatus.Sent, 1), await Fate(mail));
    }

    [Fact]
    public async Task An_attachment_arrives_with_it()
    {
        var mail = new OutgoingMail { To = "chief@example.org", Subject = "Report", Body = "See attached.", Key = "attached", QueuedAt = App.Clock.Now, Attachments = [new("report.csv", "text/csv", "beds;12"u8.ToArray())] };
        await App.Save(mail);

        await App.Run<SendMail>();

        var text = Assert.Single(smtp.TakenFor("chief@example.org")).Text;
        Assert.Contains("report.csv", text, StringComparison.Ordinal);
        Assert.Contains(Convert.ToBase64String("beds;12"u8), text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_busy_is_asked_again_later_and_not_at_once()
    {
        var mail = Given.Mail(to: "busy@example.org");
        await App.Save(mail);

        await App.Run<SendMail>();
        await App.Run<SendMail>();

        Assert.Equal((MailStatus.Queued, 1), await Fate(mail));
        App.Clock.Now += TimeSpan.FromMinutes(2);
        await App.Run<SendMail>();
        Assert.Equal((MailStatus.Queued, 2), await Fate(mail));
    }

    [Fact]
    public async Task An_address_that_the_server_does_not_know_fails_for_good()
    {
        var mail = Given.Mail(to: "never@example.org");
        await App.Save(mail);

        await App.Run<SendMail>();

        Assert.Equal((MailStatus.Failed, 1), await Fate(mail));
    }

    [Fact]
    public async Task A_server_that_takes_a_letter_and_falls_silent_leaves_it_unconfirmed_and_it_is_not_sent_twice()
    {
        var mail = Given.Mail(to: "silent@example.org");
        await App.Save(mail);

        // Three seconds are set; the client by itself would wait for a hundred.
        await App.Run<SendMail>().WaitAsync(TimeSpan.FromSeconds(50));
        await App.Run<SendMail>();

        Assert.Equal((MailStatus.Unconfirmed, 1), await Fate(mail));
        Assert.Single(smtp.TakenFor("silent@example.org"));
    }

    [Fact]
    public async Task A_letter_that_a_killed_server_had_claimed_becomes_unconfirmed_and_is_not_sent()
    {
        var mail = Given.Mail(to: "killed@example.org");
        mail.Claim(App.Clock.Now - OutgoingMail.AnsweredWithin - TimeSpan.FromSeconds(1));
        await App.Save(mail);

        await App.Run<SendMail>();

        Assert.Equal((MailStatus.Unconfirmed, 1), await Fate(mail));
        Assert.Empty(smtp.TakenFor("killed@example.org"));
    }

    [Fact]
    public async Task What_has_become_useless_is_not_sent()
    {
        var mail = Given.Mail(to: "late@example.org", uselessAfter: App.Clock.Now);
        await App.Save(mail);

        await App.Run<SendMail>();

        Assert.Equal((MailStatus.Lapsed, 0), await Fate(mail));
        Assert.Empty(smtp.TakenFor("late@example.org"));
    }

    [Fact]
    public async Task Many_servers_that_send_at_once_send_each_letter_once()
    {
        await App.Save([.. Enumerable.Range(0, 10).Select(_ => Given.Mail(to: "many@example.org"))]);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => App.Run<SendMail>()));

        Assert.Equal(10, smtp.TakenFor("many@example.org").Count);
    }

    private Task<(MailStatus, int)> Fate(OutgoingMail mail) => App.UsingDb(async db =>
    {
        var found = await db.OutgoingMails.AsNoTracking().SingleAsync(m => m.Id == mail.Id);
        return (found.Status, found.Attempts);
    });
}

using HospitalWeb.Jobs;
using HospitalWeb.Mail;
using HospitalWeb.Tests.Support;

namespace HospitalWeb.Tests.Jobs;

public sealed class MailFolderTests(HospitalApp app) : PageTest(app)
{
    [Fact]
    public async Task Without_a_mail_server_a_letter_becomes_a_file()
    {
        var mail = Given.Mail(to: "file@example.org");
        await App.Save(mail);

        await App.Run<SendMail>();

        var file = Path.Combine(App.Services.GetRequiredService<Postman>().Folder, $"{mail.Id:N}.eml");
        Assert.Contains("file@example.org", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
    }
}

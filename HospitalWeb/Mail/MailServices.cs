using Microsoft.AspNetCore.Identity.UI.Services;

namespace HospitalWeb.Mail;

public static class MailServices
{
    public static void AddMail(this IServiceCollection services)
    {
        services.AddSingleton<Postman>();
        services.AddScoped<IEmailSender, AccountMail>();
    }
}

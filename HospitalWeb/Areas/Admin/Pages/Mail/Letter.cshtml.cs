using HospitalWeb.Data;
using HospitalWeb.Data.Mail;
using HospitalWeb.Domain.Mail;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Admin.Pages.Mail;

[Requires(Permission.SeeMail)]
public sealed class LetterModel(HospitalContext db, FacilityClock clock) : PageModel
{
    [FromRoute]
    public Guid Id { get; init; }

    public OutgoingMail Mail { get; private set; } = null!;

    public bool MaySendAgain => Mail.Status is not (MailStatus.Queued or MailStatus.Sending);

    public async Task<IActionResult> OnPostAsync()
    {
        Mail.SendAgain(clock.Now);
        await db.SaveChangesAsync();

        TempData.Notice($"The mail to {Mail.To} is on its way again.");
        return RedirectToPage("Index");
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.OutgoingMails.SingleOrDefaultAsync(m => m.Id == Id) is not { } mail)
        {
            context.Result = NotFound();
            return;
        }

        Mail = mail;
        await next();
    }
}

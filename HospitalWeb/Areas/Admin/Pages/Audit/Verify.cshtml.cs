using HospitalWeb.Audit;
using HospitalWeb.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HospitalWeb.Areas.Admin.Pages.Audit;

[Requires(Permission.SeeAudit)]
public sealed class VerifyModel(AuditVerification verification) : PageModel
{
    public AuditVerdict? Verdict { get; private set; }

    public async Task OnPostAsync() => Verdict = await verification.RunAsync(HttpContext.RequestAborted);
}

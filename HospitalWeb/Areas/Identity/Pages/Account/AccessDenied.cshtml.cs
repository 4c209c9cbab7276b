using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HospitalWeb.Areas.Identity.Pages.Account;

public sealed class AccessDeniedModel : PageModel;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HospitalWeb.Areas.Identity.Pages.Account;

[AllowAnonymous]
public sealed class LockoutModel : PageModel;

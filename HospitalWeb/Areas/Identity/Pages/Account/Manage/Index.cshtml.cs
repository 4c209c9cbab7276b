using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HospitalWeb.Areas.Identity.Pages.Account.Manage;

/// <summary>Who the hospital takes this person for.</summary>
public sealed class IndexModel : PageModel;

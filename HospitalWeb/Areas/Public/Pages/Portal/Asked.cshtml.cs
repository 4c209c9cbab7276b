using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HospitalWeb.Areas.Public.Pages.Portal;

public sealed class AskedModel : PageModel;

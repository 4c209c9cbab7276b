using Microsoft.AspNetCore.Mvc;

namespace HospitalWeb.Web.Components;

/// <summary>How many notifications wait for the person who is signed in.</summary>
public sealed class BellViewComponent : ViewComponent
{
    public IViewComponentResult Invoke() => Content("");
}

using HospitalWeb.Data;
using HospitalWeb.Data.Notifications;
using HospitalWeb.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Web.Components;

/// <summary>How many notifications wait for the person who is signed in: those not yet seen, and critical ones until they are acknowledged.</summary>
public sealed class BellViewComponent(HospitalContext db, CurrentUser me) : ViewComponent
{
    public const int MostShown = 99;

    public async Task<IViewComponentResult> InvokeAsync()
    {
        if (!me.IsSignedIn) return Content("");

        // On one patient's page the banner has counted already, in its own query.
        if (HttpContext.Items[typeof(Bell)] is Bell counted) return View(counted);

        var waiting = await db.Notifications.To(me.AccountId).Unhandled().Select(n => n.NeedsAcknowledgement).Take(MostShown + 1).ToListAsync();
        return View(new Bell(waiting.Count, waiting.Contains(true)));
    }
}

public sealed record Bell(int Count, bool HasCritical)
{
    public string Words => Count > BellViewComponent.MostShown ? $"{BellViewComponent.MostShown}+ new" : $"{Count} new";
}

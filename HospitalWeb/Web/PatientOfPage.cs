using HospitalWeb.Web.Filters;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace HospitalWeb.Web;

public static class PatientOfPage
{
    /// <summary>The patient whose page this is: the one in the route, or the one a page without such a route names in ViewData.</summary>
    public static Guid? PatientId(this ViewContext view) =>
        Guid.TryParse(view.RouteData.Values[PatientFilter.RouteValue]?.ToString(), out var inRoute) ? inRoute : view.ViewData["PatientId"] as Guid?;
}

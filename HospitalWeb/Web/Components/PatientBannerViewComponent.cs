using Microsoft.AspNetCore.Mvc;

namespace HospitalWeb.Web.Components;

/// <summary>Whose record this page shows. The layout puts it on every page that has a patient in its route.</summary>
public sealed class PatientBannerViewComponent : ViewComponent
{
    public IViewComponentResult Invoke(Guid patientId) => Content("");
}

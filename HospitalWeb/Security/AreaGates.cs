using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace HospitalWeb.Security;

/// <summary>What one must be allowed to do to enter an area at all; its pages may ask for more.</summary>
public static class AreaGates
{
    private static readonly (string Area, Permission Permission)[] Gates =
    [
        ("Reception", Permission.EnterReception),
        ("Doctor", Permission.EnterDoctor),
        ("Nurse", Permission.EnterNurse),
        ("Pharmacy", Permission.EnterPharmacy),
        ("Lab", Permission.EnterLab),
        ("Billing", Permission.EnterBilling),
        ("Wards", Permission.EnterWards),
        ("Patient", Permission.SeeOwnRecord),
        ("Admin", Permission.EnterAdmin),
    ];

    public static void GateAreas(this PageConventionCollection pages)
    {
        foreach (var (area, permission) in Gates)
            pages.AddAreaFolderApplicationModelConvention(area, "/", page => page.EndpointMetadata.Add(new RequiresAttribute(permission)));
        pages.AddAreaFolderApplicationModelConvention("Public", "/", page => page.EndpointMetadata.Add(new AllowAnonymousAttribute()));
    }
}

using HospitalWeb.Security;

namespace HospitalWeb.Web;

public sealed record NavigationItem(string Words, string Path, string Icon, Permission? Needs = null);

public sealed record NavigationArea(string Name, string Words, string Home, Permission? Enter, IReadOnlyList<NavigationItem> Items);

/// <summary>Where one can go from where one is: the areas, and the pages each leads to. Hiding a link guards nothing; the pages do.</summary>
public static class Navigation
{
    public static readonly IReadOnlyList<NavigationArea> Areas =
    [
        new("Reception", "Reception", "/reception", Permission.EnterReception,
        [
            new("Today", "/reception", "calendar"),
            new("Find a patient", "/reception/patients", "search"),
            new("Register a patient", "/reception/patients/new", "person", Permission.RegisterPatients),
        ]),
        new("Nurse", "Nursing", "/nurse", Permission.EnterNurse,
        [
            new("Waiting", "/nurse", "clock"),
            new("Specimens", "/nurse/specimens", "flask", Permission.CollectSpecimens),
            new("Find a patient", "/nurse/patients", "search"),
        ]),
        new("Doctor", "Doctor", "/doctor", Permission.EnterDoctor,
        [
            new("Today", "/doctor", "calendar"),
            new("Find a patient", "/doctor/patients", "search"),
        ]),
        new("Lab", "Laboratory", "/lab", Permission.EnterLab,
        [
            new("Worklist", "/lab", "flask"),
            new("Catalogue", "/lab/catalogue", "list", Permission.ManageLabCatalogue),
        ]),
        new("Pharmacy", "Pharmacy", "/pharmacy", Permission.EnterPharmacy,
        [
            new("Prescriptions", "/pharmacy", "pill"),
            new("Stock", "/pharmacy/stock", "box", Permission.ManageStock),
            new("Formulary", "/pharmacy/formulary", "list", Permission.ManageFormulary),
        ]),
        new("Billing", "Billing", "/billing", Permission.EnterBilling,
        [
            new("Accounts", "/billing", "money"),
            new("Takings", "/billing/takings", "chart", Permission.TakePayments),
            new("Price list", "/billing/prices", "list", Permission.ManagePrices),
        ]),
        new("Wards", "Wards", "/wards", Permission.EnterWards,
        [
            new("Bed board", "/wards", "bed"),
            new("Wards and beds", "/wards/manage", "list", Permission.ManageBeds),
        ]),
        new("Admin", "Administration", "/admin", Permission.EnterAdmin,
        [
            new("System", "/admin", "chart"),
            new("Accounts", "/admin/accounts", "person", Permission.ManageAccounts),
            new("Roles", "/admin/roles", "list", Permission.ManageRoles),
            new("Access", "/admin/access", "list", Permission.ManageRoles),
            new("Schedules", "/admin/schedules", "calendar", Permission.ManageSchedules),
            new("Facility", "/admin/facility", "home", Permission.ManageFacility),
            new("Content", "/admin/content", "page", Permission.ManageContent),
            new("Jobs", "/admin/jobs", "clock", Permission.SeeJobs),
            new("Mail", "/admin/mail", "mail", Permission.SeeMail),
            new("Emergency access", "/admin/emergency-access", "warning", Permission.ReviewEmergencyAccess),
            new("Unusual access", "/admin/unusual-access", "warning", Permission.ReviewEmergencyAccess),
            new("Audit", "/admin/audit", "search", Permission.SeeAudit),
        ]),
        new("Patient", "My record", "/patient", Permission.SeeOwnRecord,
        [
            new("Overview", "/patient", "home"),
            new("Appointments", "/patient/appointments", "calendar"),
            new("Visits", "/patient/visits", "page"),
            new("Results", "/patient/results", "flask"),
            new("Prescriptions", "/patient/prescriptions", "pill"),
            new("Bills", "/patient/bills", "money"),
            new("Who saw my record", "/patient/access", "search"),
            new("Records of others", "/records", "person"),
        ]),
        new("Public", "", "/", null,
        [
            new("Home", "/", "home"),
            new("Doctors", "/doctors", "person"),
            new("Health articles", "/articles", "page"),
            new("Questions", "/faq", "search"),
            new("Privacy", "/privacy", "list"),
        ]),
    ];

    private static readonly NavigationArea Public = Areas.Single(area => area.Name == "Public");

    /// <summary>The area a page belongs to; a page of no area, such as one's own account, belongs to where its reader works.</summary>
    public static NavigationArea Of(string? area, CurrentUser reader) =>
        Areas.FirstOrDefault(a => a.Name == area) ?? Areas.FirstOrDefault(a => a.Enter is { } enter && reader.Can(enter)) ?? Public;

    /// <summary>Only the longest path that leads here is the current one.</summary>
    public static NavigationItem? CurrentIn(NavigationArea area, PathString path) => area.Items
        .Where(item => item.Path == path || item.Path != area.Home && path.StartsWithSegments(item.Path))
        .MaxBy(item => item.Path.Length);
}

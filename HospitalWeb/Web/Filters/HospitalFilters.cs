using Microsoft.AspNetCore.Mvc.Filters;

namespace HospitalWeb.Web.Filters;

public static class HospitalFilters
{
    /// <summary>In this order from the outside in: the wrong patient's form is refused before anything runs, a repeated form is recognised before its broken rules are shown.</summary>
    public static void AddHospitalFilters(this FilterCollection filters)
    {
        filters.Add<PatientFilter>(1);
        filters.Add<BrokenRuleFilter>(2);
        filters.Add<OnceFilter>(3);
    }
}

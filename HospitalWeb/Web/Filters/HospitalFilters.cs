using HospitalWeb.Audit;
using HospitalWeb.Security;
using Microsoft.AspNetCore.Mvc.Filters;

namespace HospitalWeb.Web.Filters;

public static class HospitalFilters
{
    /// <summary>In this order from the outside in: a form that is not there or not theirs, a patient who is not theirs and the wrong patient's form are refused before anything runs, a repeated form is recognised before its broken rules are shown.</summary>
    public static void AddHospitalFilters(this FilterCollection filters)
    {
        // Before the page has looked at anything: what a page does before its handlers runs first of all that has no order.
        filters.Add<HandlerFilter>(int.MinValue);
        filters.Add<ForeignRecordFilter>(int.MinValue);
        filters.Add<PatientAccessFilter>(int.MinValue);
        filters.Add<RowSecurityFilter>(int.MinValue);
        filters.Add<PatientFilter>(1);
        filters.Add<BrokenRuleFilter>(2);
        filters.Add<OnceFilter>(3);
    }
}

using HospitalWeb.Audit;
using HospitalWeb.Security;
using HospitalWeb.Web.Clinical;
using HospitalWeb.Web.Filters;
using HospitalWeb.Web.Forms;

namespace HospitalWeb.Web;

public static class PageServices
{
    /// <summary>The pages: what it takes to enter an area, which of Identity's pages are wanted, and what happens before and after each.</summary>
    public static void AddHospitalPages(this IServiceCollection services) => services.AddSingleton<NamesHere>().AddSingleton<WordSeal>()
        .AddRazorPages(options =>
        {
            options.Conventions.GateAreas();
            options.Conventions.KeepAccountPages();
            options.Conventions.LimitSignIn();
            options.Conventions.Add(new OpenedRecordFilter.Convention());
        })
        .AddMvcOptions(options =>
        {
            options.Filters.AddHospitalFilters();
            options.UseHospitalSentences();
        });
}

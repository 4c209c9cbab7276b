using HospitalWeb.Data.Wards;

namespace HospitalWeb.Data.Billing;

public static class BillingServices
{
    public static void AddBilling(this IServiceCollection services)
    {
        services.AddScoped<Charges>();
        services.AddScoped<BedDayCharges>();
        services.AddScoped<IReferenceData, PriceListFile>();
    }
}

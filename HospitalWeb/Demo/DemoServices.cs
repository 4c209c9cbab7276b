using HospitalWeb.Data;

namespace HospitalWeb.Demo;

public static class DemoServices
{
    /// <summary>Fills an empty hospital with invented patients at its first start. Add it last: it builds on what every hospital starts with.</summary>
    public static void AddDemoHospital(this WebApplicationBuilder builder)
    {
        if (builder.Environment.IsProduction()) throw new InvalidOperationException("A demo hospital is never made in the Production environment.");

        builder.Services.AddScoped<IReferenceData, DemoHospital>();
    }
}

namespace HospitalWeb.Printing;

public static class PrintingServices
{
    public static void AddPrinting(this IServiceCollection services)
    {
        services.AddSingleton<Paper>();
        services.AddScoped<Sheets>();
        services.AddScoped<PrintDesk>();
    }
}

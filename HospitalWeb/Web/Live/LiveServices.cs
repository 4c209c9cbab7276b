namespace HospitalWeb.Web.Live;

public static class LiveServices
{
    /// <summary>A page that fetches itself anew says so. That is nobody's activity: it must not keep a session alive that its user has left.</summary>
    public const string Header = "X-Live", UpdatedHeader = "X-Updated";

    public static void AddLiveBoards(this WebApplicationBuilder builder)
    {
        builder.Services.AddSignalR();
        builder.Services.AddSingleton<LiveConnections>();
        if (builder.Configuration.GetValue("Live:Run", builder.Configuration.GetValue("Jobs:Run", true))) builder.Services.AddHostedService<LiveFeed>();
    }

    public static void UseLiveBoards(this WebApplication app)
    {
        app.Use((context, next) =>
        {
            if (context.Request.Headers.ContainsKey(Header))
            {
                var clock = context.RequestServices.GetRequiredService<FacilityClock>();
                context.Response.Headers[UpdatedHeader] = Words.Time(clock.Local(clock.Now));
            }

            return next();
        });
        app.MapHub<LiveHub>(LiveHub.Path, connection => connection.CloseOnAuthenticationExpiration = true);
    }
}

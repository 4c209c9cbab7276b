using System.Security.Cryptography;
using HospitalWeb.Data;
using HospitalWeb.Data.Facilities;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Security;

/// <summary>
/// Before the hospital has a name there is nobody to sign in. Then every page leads to the set-up page,
/// which asks for a code that only somebody who reads this program's console can know.
/// </summary>
public static partial class FirstStart
{
    public const string SetUpPath = "/set-up";

    public static void AddFirstStart(this IServiceCollection services)
    {
        services.AddSingleton<SetUpCode>();
        services.AddHostedService<Opening>();
    }

    public static void UseFirstStart(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.RequestServices.GetRequiredService<FacilityBook>().Current is not null || context.GetEndpoint() is not { } endpoint || !IsPage(endpoint) || context.Request.Path.StartsWithSegments(SetUpPath)) return next();

        context.Response.Redirect(SetUpPath);
        return Task.CompletedTask;
    });

    private static bool IsPage(Endpoint endpoint) => endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Mvc.RazorPages.PageActionDescriptor>() is { ViewEnginePath: not "/Error" };

    private sealed partial class Opening(IServiceScopeFactory scopes, SetUpCode code, ILogger<Opening> log) : IHostedService
    {
        public async Task StartAsync(CancellationToken token)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<HospitalContext>();
            await RolesAsync(scope.ServiceProvider.GetRequiredService<RoleManager<AccountRole>>());
            foreach (var reference in scope.ServiceProvider.GetServices<IReferenceData>()) await reference.LoadAsync(db, token);

            var facility = await db.Facilities.AsNoTracking().SingleOrDefaultAsync(token);
            if (facility is null) NotSetUp(SetUpPath, code.Value);
        }

        public Task StopAsync(CancellationToken token) => Task.CompletedTask;

        // A role that is missing is made with what it may do on the first day; one that is there is the administrators' business.
        private static async Task RolesAsync(RoleManager<AccountRole> roles)
        {
            var present = await roles.Roles.Select(role => role.Name!).ToListAsync();
            foreach (var role in Enum.GetValues<Role>().Where(role => !present.Contains(role.ToString())))
                await roles.CreateAsync(new() { Name = role.ToString(), Grants = new() { Permissions = [.. DefaultGrants.Of(role)] }, NeedsSecondFactor = role != Role.Patient });
        }

        [LoggerMessage(LogLevel.Warning, "The hospital is not set up yet. Open {Path} and enter the set-up code {Code}")]
        private partial void NotSetUp(string path, string code);
    }
}

/// <summary>The one-time code of the set-up page; a new one each time the program starts.</summary>
public sealed class SetUpCode
{
    public string Value { get; } = RandomNumberGenerator.GetString("23456789ABCDEFGHJKMNPQRSTUVWXYZ", 10);

    public bool Is(string? typed) => typed is not null && CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(typed.Trim().ToUpperInvariant()), System.Text.Encoding.UTF8.GetBytes(Value));
}

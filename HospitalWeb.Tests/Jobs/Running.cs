using HospitalWeb.Jobs;
using HospitalWeb.Tests.Support;

namespace HospitalWeb.Tests.Jobs;

internal static class Running
{
    /// <summary>Does the job's work now, as its next run would.</summary>
    public static async Task Run<TJob>(this HospitalApp app) where TJob : IHospitalJob
    {
        await using var scope = app.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<TJob>(scope.ServiceProvider).RunAsync(CancellationToken.None);
    }
}

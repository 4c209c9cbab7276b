namespace HospitalWeb.Security.Encryption;

public static class EncryptionServices
{
    public static void AddFieldEncryption(this IServiceCollection services)
    {
        services.AddSingleton<MasterKey>();
        services.AddSingleton<KeyRing>();
        services.AddScoped<KeyRotation>();
        services.AddScoped<FieldCheck>();
        services.AddExceptionHandler<TamperedFields>();
        services.AddHostedService<Opening>();
    }

    /// <summary>Opens the ring before anything is read or written: a wrong master key stops the start.</summary>
    private sealed class Opening(KeyRing ring) : IHostedService
    {
        public Task StartAsync(CancellationToken token)
        {
            ring.Current(KeyPurpose.Fields);
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken token) => Task.CompletedTask;
    }
}

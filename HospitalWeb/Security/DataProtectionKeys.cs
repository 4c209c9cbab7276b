using System.Xml.Linq;
using HospitalWeb.Data;
using HospitalWeb.Domain;
using HospitalWeb.Security.Encryption;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.Options;

namespace HospitalWeb.Security;

/// <summary>The keys that sign cookies and forms lie in the database, so that every process of the hospital reads the same.</summary>
public static class DataProtectionKeys
{
    public static void AddHospitalDataProtection(this WebApplicationBuilder builder)
    {
        builder.Services.AddDataProtection().SetApplicationName("HospitalWeb");
        builder.Services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(services =>
            new ConfigureOptions<KeyManagementOptions>(keys =>
            {
                keys.XmlRepository = new Repository(services.GetRequiredService<IServiceScopeFactory>());
                keys.XmlEncryptor = new DataProtectionEncryptor(services.GetRequiredService<MasterKey>());
            }));
    }

    private sealed class Repository(IServiceScopeFactory scopes) : IXmlRepository
    {
        public IReadOnlyCollection<XElement> GetAllElements()
        {
            using var scope = scopes.CreateScope();
            return [.. scope.ServiceProvider.GetRequiredService<HospitalContext>().Set<DataProtectionKey>().AsNoTracking().Select(key => key.Xml).AsEnumerable().Select(XElement.Parse)];
        }

        public void StoreElement(XElement element, string friendlyName)
        {
            using var scope = scopes.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<HospitalContext>();
            db.Add(new DataProtectionKey { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
            db.SaveChanges();
        }
    }
}

[NotAudited]
public sealed class DataProtectionKey
{
    public Guid Id { get; private set; }
    public required string Name { get; init; }
    public required string Xml { get; init; }
}

internal sealed class DataProtectionKeyMapping : IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<DataProtectionKey> key) => key.Property(k => k.Xml).HasMaxLength(-1);
}

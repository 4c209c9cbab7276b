using Microsoft.AspNetCore.Identity;

namespace HospitalWeb.Security;

public static class SignIn
{
    public static void Configure(IdentityOptions options)
    {
        options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        options.Password.RequiredLength = 12;
    }
}

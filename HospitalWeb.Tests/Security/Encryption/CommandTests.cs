using HospitalWeb.Data;
using HospitalWeb.Tests.Support;

namespace HospitalWeb.Tests.Security.Encryption;

/// <summary>What an administrator types, in processes of their own beside a hospital that runs.</summary>
public sealed class CommandTests(TestServer server) : IAsyncLifetime
{
    private readonly RunningProgram program = new(server);

    [Fact]
    public async Task The_commands_say_whether_fields_and_trail_are_whole()
    {
        await program.StartAsync();
        await program.SetUpAsync();
        var desk = await program.SignedInAsync();
        foreach (var name in new[] { "Abbott", "Okonkwo" })
            await (await desk.Open("/reception/patients/new")).Submit(("Input.FamilyName", name), ("Input.BirthDate", name == "Abbott" ? "1950-03-04" : "1991-12-30"), ("Input.Sex", "Female"), ("Input.Email", $"{name}@example.org"));

        Ends(await program.CommandAsync("encryption", "verify"), 0, "each whole and in its place.");
        Ends(await program.CommandAsync("encryption", "rotate"), 0, "any more.");
        Ends(await program.CommandAsync("encryption", "verify"), 0, "each whole and in its place.");
        Ends(await program.CommandAsync("audit", "verify"), 0, "none changed, removed, added or moved.");
        Assert.Contains("Abbott@example.org", (await (await desk.Search("/reception/patients", "Abbott")).Click("ABBOTT")).Main, StringComparison.Ordinal);

        Assert.Equal(2, await program.ExecuteAsync("""UPDATE "Patient" p SET "Email" = other."Email" FROM "Patient" other WHERE other."Id" <> p."Id" """));
        await program.ExecuteAsync("""ALTER TABLE "AuditEntry" DISABLE TRIGGER USER; UPDATE "AuditEntry" SET "AccountName" = 'Nobody' WHERE "Sequence" = 3; ALTER TABLE "AuditEntry" ENABLE TRIGGER USER""");

        Ends(await program.CommandAsync("encryption", "verify"), 1, "2 are not as written.");
        Ends(await program.CommandAsync("audit", "verify"), 1, "2 entries before it are whole.");
    }

    private static void Ends((int Code, string Said) command, int code, string end)
    {
        Assert.EndsWith(end, command.Said, StringComparison.Ordinal);
        Assert.Equal(code, command.Code);
    }

    public ValueTask InitializeAsync()
    {
        if (server.Provider == DatabaseProvider.SqlServer) Assert.Skip("This is about the embedded database.");
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => program.DisposeAsync();
}

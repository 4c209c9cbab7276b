using System.Net;
using System.Xml.Linq;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HospitalWeb.Tests.Security.Encryption;

/// <summary>Several servers of one hospital: what one gives to a browser, the others take.</summary>
public sealed class SharedKeysTests(TestServer server) : AccountTest(new HospitalApp(server)), IAsyncLifetime
{
    public ValueTask InitializeAsync() => App.InitializeAsync();

    public ValueTask DisposeAsync() => App.DisposeAsync();

    [Fact]
    public async Task Somebody_signed_in_at_one_server_sends_its_form_to_another_after_a_restart()
    {
        var (account, jar) = (await AnAccount(Role.Receptionist), new CookieContainer());
        var here = new Browser(App.CreateDefaultClient(new RedirectHandler(), new CookieContainerHandler(jar)));
        await SignInAs(account, here);
        var form = await here.Open("/reception/patients/new");

        var database = App.Database;
        await App.DisposeAsync();
        await using var other = new HospitalApp(server);
        other.UseDatabase(database);
        var there = new Browser(other.CreateDefaultClient(new RedirectHandler(), new CookieContainerHandler(jar)));
        var saved = await (form with { Browser = there }).Submit(("Input.FamilyName", "Elsewhere"), ("Input.BirthDate", "1980-02-03"), ("Input.Sex", "Female"));

        Assert.Equal(HttpStatusCode.OK, saved.Status);
        Assert.Contains("ELSEWHERE", saved.Title, StringComparison.Ordinal);
        Assert.StartsWith("/reception/patients/", saved.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_key_that_signs_cookies_is_readable_in_the_database()
    {
        App.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect("x");

        var keys = await App.UsingDb(db => db.Set<DataProtectionKey>().Select(key => key.Xml).ToListAsync());

        Assert.NotEmpty(keys);
        Assert.All(keys.Select(XElement.Parse), key =>
        {
            var secret = Assert.Single(key.Descendants(), part => part.Name.LocalName == "encryptedSecret");
            Assert.Contains(nameof(DataProtectionDecryptor), (string?)secret.Attribute("decryptorType"), StringComparison.Ordinal);
            Assert.DoesNotContain(key.Descendants(), part => part.Name.LocalName == "value" || part.Attributes().Any(mark => mark.Name.LocalName == "requiresEncryption"));
        });
    }

    [Fact]
    public void The_keys_are_for_one_name_wherever_the_program_lies() =>
        Assert.Equal("HospitalWeb", App.Services.GetRequiredService<IOptions<DataProtectionOptions>>().Value.ApplicationDiscriminator);
}

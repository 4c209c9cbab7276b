using HospitalWeb.E2E.Support;
using HospitalWeb.Security;

namespace HospitalWeb.E2E.Journeys;

/// <summary>Somebody at work opens a page of another site in the same browser.</summary>
public sealed class AnotherSite(Journey journey) : IClassFixture<Journey>
{
    [Fact]
    public async Task It_neither_shows_nor_reads_nor_hears_nor_sends_anything_of_the_hospital()
    {
        var nurse = await journey.SignInAsync(Role.Nurse);
        await nurse.Page.WaitForURLAsync("**/nurse");
        // On a real port: a page that only seems to come from somewhere is kept from this machine by the browser itself.
        await using var evil = WebApplication.CreateSlimBuilder().Build();
        evil.Urls.Add("http://127.0.0.1:0");
        evil.MapFallback(() => Results.Content("<title>Another site</title>", "text/html"));
        await evil.StartAsync();
        var (page, hospital) = (await nurse.Page.Context.NewPageAsync(), journey.Address);
        await page.GotoAsync($"http://localhost:{new Uri(evil.Urls.First()).Port}/");

        await page.EvaluateAsync("address => new Promise(done => { const frame = document.createElement('iframe'); frame.onload = done; frame.src = address; document.body.append(frame); })", hospital);
        Assert.StartsWith("chrome-error:", page.Frames[^1].Url, StringComparison.Ordinal);

        Assert.Equal("refused", await page.EvaluateAsync<string>("address => fetch(address + '/nurse', { credentials: 'include' }).then(() => 'read', () => 'refused')", hospital));
        Assert.Equal("refused", await page.EvaluateAsync<string>("address => new Promise(done => { const line = new WebSocket(address.replace('http', 'ws') + '/live'); line.onopen = () => done('heard'); line.onerror = () => done('refused'); })", hospital));

        var opened = await page.Context.RunAndWaitForPageAsync(() => page.EvaluateAsync("address => { window.other = open(address); }", hospital));
        await opened.WaitForLoadStateAsync();
        Assert.True(await opened.EvaluateAsync<bool>("window.opener === null"));
        Assert.True(await page.EvaluateAsync<bool>("window.other.closed"));

        var sent = await page.RunAndWaitForResponseAsync(() => page.EvaluateAsync("""
            address => { const form = document.createElement('form'); form.method = 'post'; form.action = address + '/Identity/Account/Logout'; document.body.append(form); form.submit(); }
            """, hospital), answer => answer.Request.Method == "POST");
        Assert.Equal(400, sent.Status);
        await nurse.OpenAsync("/nurse");
        Assert.EndsWith("/nurse", nurse.Page.Url, StringComparison.Ordinal);
    }
}

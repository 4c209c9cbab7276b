using Microsoft.Playwright;

namespace HospitalWeb.Printing;

/// <summary>
/// Prints finished HTML to PDF in one kept Chromium page, a sheet at a time: more at once would be no faster.
/// The page runs no script and fetches nothing, so a sheet holds all it shows.
/// </summary>
public sealed class Paper(IConfiguration settings) : IAsyncDisposable
{
    private static readonly string[] UsualPlaces =
        ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", @"C:\Program Files\Google\Chrome\Application\chrome.exe"];

    // Aborting a request does not stop a connection opened in advance: no name resolves, and whatever remains goes to a proxy that is not there.
    private static readonly string[] KeepQuiet =
        ["--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=http://127.0.0.1:9", "--proxy-bypass-list=<-loopback>"];

    private readonly SemaphoreSlim door = new(1);
    private IPlaywright? playwright;
    private IBrowser? browser;
    private IPage? page;

    private string? Chromium => settings["Printing:Chromium"] is { Length: > 0 } named ? named : Array.Find(UsualPlaces, File.Exists);

    /// <summary>False where no Chromium is installed: sheets are then shown as pages for the reader's own browser to print.</summary>
    public bool IsAvailable => File.Exists(Chromium);

    public async Task<byte[]> PrintAsync(string html, CancellationToken token = default)
    {
        await door.WaitAsync(token);
        try
        {
            try
            {
                return await PrintOnceAsync(html);
            }
            catch (PlaywrightException)
            {
                // The kept browser may have died since the last sheet; a new one gets one try.
                await CloseAsync();
                return await PrintOnceAsync(html);
            }
        }
        finally
        {
            door.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        playwright?.Dispose();
        door.Dispose();
    }

    private async Task<byte[]> PrintOnceAsync(string html)
    {
        page ??= await OpenAsync();
        await page.SetContentAsync(html);
        return await page.PdfAsync(new() { Format = "A4", PreferCSSPageSize = true, PrintBackground = true, Tagged = true });
    }

    private async Task<IPage> OpenAsync()
    {
        playwright ??= await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = KeepQuiet, ChromiumSandbox = !Environment.IsPrivilegedProcess });
        var context = await browser.NewContextAsync(new() { JavaScriptEnabled = false, Offline = true });
        await context.RouteAsync("**/*", request => request.AbortAsync());
        return await context.NewPageAsync();
    }

    private async Task CloseAsync()
    {
        page = null;
        if (browser is not null) await browser.DisposeAsync();
        browser = null;
    }
}

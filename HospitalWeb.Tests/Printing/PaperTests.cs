using System.Net;
using System.Net.Sockets;
using HospitalWeb.Printing;
using HospitalWeb.Tests.Support;

namespace HospitalWeb.Tests.Printing;

public sealed class PaperTests
{
    private static Paper APaper() => new(new ConfigurationBuilder().Build());

    [Fact]
    public async Task Nothing_is_fetched_and_no_script_runs()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var site = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        await using var paper = APaper();

        var text = await Pdf.TextAsync(await paper.PrintAsync($"""
            <html><head><link rel="stylesheet" href="{site}/a.css"><style>@import "{site}/b.css";</style></head>
            <body><p id="p">As written</p><img src="{site}/c.png"><iframe src="{site}/d"></iframe><iframe src="file:///etc/hostname"></iframe>
            <script>document.getElementById('p').textContent = 'Changed by a script'; fetch('{site}/e');</script></body></html>
            """));

        Assert.Contains("As written", text);
        Assert.DoesNotContain("Changed", text);
        Assert.False(listener.Pending());
    }

    [Fact]
    public async Task One_sheet_after_the_other_shows_nothing_of_the_one_before()
    {
        await using var paper = APaper();

        await paper.PrintAsync("<p>First patient</p>");
        var second = await Pdf.TextAsync(await paper.PrintAsync("<p>Second patient</p>"));

        Assert.Contains("Second patient", second);
        Assert.DoesNotContain("First", second);
    }

    [Fact]
    public async Task Many_at_once_are_printed_one_by_one()
    {
        await using var paper = APaper();

        var sheets = await Task.WhenAll(Enumerable.Range(1, 8).Select(async at => (At: at, Text: await Pdf.TextAsync(await paper.PrintAsync($"<p>Sheet {at}.</p>")))));

        Assert.All(sheets, sheet => Assert.Contains($"Sheet {sheet.At}.", sheet.Text));
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

[assembly: AssemblyFixture(typeof(HospitalWeb.Tests.Support.SmtpServer))]

namespace HospitalWeb.Tests.Support;

/// <summary>A real mail server of the test run. It installs itself.</summary>
public sealed class SmtpServer : IAsyncLifetime
{
    private static readonly string Folder = Path.Combine(TestServer.Repository, "HospitalWeb.Tests/Support/smtp");

    private readonly TaskCompletionSource<int> listening = new();
    private Process? node;

    public int Port { get; private set; }
    public ConcurrentQueue<Letter> Taken { get; } = [];

    public IReadOnlyList<Letter> TakenFor(string to) => [.. Taken.Where(letter => letter.To == to)];

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Path.Combine(Folder, "node_modules/.package-lock.json"))) await Start("npm", "ci --no-audit --no-fund --loglevel=error").WaitForExitAsync();

        node = Start("node", "server.js");
        node.OutputDataReceived += (_, line) => Hear(line.Data);
        node.BeginOutputReadLine();
        Port = await listening.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    public async ValueTask DisposeAsync()
    {
        if (node is null) return;
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        node.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null) return;
        using var said = JsonDocument.Parse(line);
        if (said.RootElement.TryGetProperty("port", out var port)) listening.SetResult(port.GetInt32());
        else Taken.Enqueue(new(said.RootElement.GetProperty("to").GetString()!, said.RootElement.GetProperty("text").GetString()!));
    }

    private static Process Start(string program, string arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        WorkingDirectory = Folder, RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false,
    })!;

    public sealed record Letter(string To, string Text);
}

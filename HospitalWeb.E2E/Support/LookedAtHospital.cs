using System.Collections.Concurrent;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.Playwright;

namespace HospitalWeb.E2E.Support;

public enum Fault { Barrier, TooWide, SmallTarget, Covered }

/// <summary>One page of every kind of the demo hospital, looked at by day on a wide screen and by night on the smallest phone, once for all tests of a class.</summary>
public sealed class LookedAtHospital(TestServer server) : IAsyncLifetime
{
    private const int AtOnce = 2;
    private readonly ConcurrentBag<(Fault Fault, string Words)> faults = [];

    public Journey Journey { get; } = new(server) { App = { Settings = { ["Demo:Fill"] = "true", ["Demo:Password"] = "a password for journeys" } } };

    public IEnumerable<string> Faults(Fault fault) => faults.Where(found => found.Fault == fault).Select(found => found.Words).Order();

    public async ValueTask InitializeAsync()
    {
        Journey.App.UseDatabase(server.Empty());
        await Journey.InitializeAsync();
        var walk = new Walk(Journey.App, ofEachKind: 2);
        var steps = (await walk.EverywhereAsync()).Where(step => step.Page.Document.QuerySelector("body.paper") is null).DistinctBy(step => step.Route).ToList();
        var readers = new Dictionary<string, IBrowserContext>();
        foreach (var role in steps.Select(step => step.Role).Distinct()) readers[$"{role}"] = await ReaderAsync(walk, role);
        await Parallel.ForEachAsync(steps, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (step, _) => await LookAsync(readers[$"{step.Role}"], step));
    }

    public ValueTask DisposeAsync() => Journey.DisposeAsync();

    private async Task<IBrowserContext> ReaderAsync(Walk walk, Role? role)
    {
        var context = (await Journey.AnybodyAsync()).Page.Context;
        if (role is { } known) await context.SetExtraHTTPHeadersAsync(await walk.HeadersOfAsync(known));
        return context;
    }

    private async Task LookAsync(IBrowserContext reader, Step step)
    {
        var page = await reader.NewPageAsync();
        await page.GotoAsync(step.Path);
        await LookAsync(page, step, ColorScheme.Light, 1280);
        await LookAsync(page, step, ColorScheme.Dark, 320);
        await page.CloseAsync();
    }

    private async Task LookAsync(IPage page, Step step, ColorScheme theme, int width)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = theme });
        await page.SetViewportSizeAsync(width, 740);
        await page.EvaluateAsync(Looks.Drawn);
        foreach (var barrier in await Looks.BarriersAsync(page)) faults.Add((Fault.Barrier, $"{step}, {theme}, {width}: {barrier}"));
        foreach (var wide in await page.EvaluateAsync<string[]>(Looks.TooWide)) faults.Add((Fault.TooWide, $"{step}, {width}: {wide}"));
        foreach (var small in await page.EvaluateAsync<string[]>(Looks.SmallTargets, width < 768 ? 44 : 24)) faults.Add((Fault.SmallTarget, $"{step}, {width}: {small}"));
        foreach (var covered in await page.EvaluateAsync<string[]>(Looks.Covered)) faults.Add((Fault.Covered, $"{step}, {width}: {covered}"));
    }
}

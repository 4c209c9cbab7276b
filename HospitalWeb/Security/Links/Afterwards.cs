using System.Threading.Channels;
using HospitalWeb.Audit;

namespace HospitalWeb.Security.Links;

/// <summary>
/// Work for somebody who is told nothing of its result: done after the answer, so that the answer cannot tell, not even by how long it takes.
/// What is still waiting when the program ends is done before it does; what finds no room is done at once.
/// </summary>
public sealed partial class Afterwards(IServiceScopeFactory scopes, ILogger<Afterwards> log) : BackgroundService
{
    private readonly Channel<(Actor Actor, Func<IServiceProvider, Task> Work)> waiting = Channel.CreateBounded<(Actor, Func<IServiceProvider, Task>)>(1000);

    public Task DoAsync(HttpContext asked, Func<IServiceProvider, Task> work) => DoAsync(CurrentActor.Of(asked, asked.User), work);

    public Task DoAsync(Actor actor, Func<IServiceProvider, Task> work) => waiting.Writer.TryWrite((actor, work)) ? Task.CompletedTask : WorkAsync(actor, work);

    /// <summary>Comes back once everything asked for before has been done.</summary>
    public async Task WhenDoneAsync()
    {
        var done = new TaskCompletionSource();
        await DoAsync(new Actor(null, "System", "System"), _ => { done.SetResult(); return Task.CompletedTask; });
        await done.Task;
    }

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        waiting.Writer.TryComplete();
        return base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (actor, work) in waiting.Reader.ReadAllAsync(CancellationToken.None)) await WorkAsync(actor, work);
    }

    private async Task WorkAsync(Actor actor, Func<IServiceProvider, Task> work)
    {
        try
        {
            CurrentActor.Become(actor);
            await using var scope = scopes.CreateAsyncScope();
            await work(scope.ServiceProvider);
        }
        catch (Exception failure)
        {
            Failed(failure);
        }
    }

    [LoggerMessage(LogLevel.Error, "What somebody asked for could not be done")]
    private partial void Failed(Exception failure);
}

using System.Threading.Channels;
using HospitalWeb.Audit;

namespace HospitalWeb.Security.Links;

/// <summary>Work for somebody who is told nothing of its result: done after the answer, so that the answer cannot tell, not even by how long it takes.</summary>
public sealed partial class Afterwards(IServiceScopeFactory scopes, ILogger<Afterwards> log) : BackgroundService
{
    private readonly Channel<(Actor Actor, Func<IServiceProvider, Task> Work)> waiting = Channel.CreateBounded<(Actor, Func<IServiceProvider, Task>)>(new BoundedChannelOptions(1000) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Do(HttpContext asked, Func<IServiceProvider, Task> work) => waiting.Writer.TryWrite((CurrentActor.Of(asked, asked.User), work));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (actor, work) in waiting.Reader.ReadAllAsync(stoppingToken))
            try
            {
                CurrentActor.Become(actor);
                await using var scope = scopes.CreateAsyncScope();
                await work(scope.ServiceProvider);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Failed(failure);
            }
    }

    [LoggerMessage(LogLevel.Error, "What somebody asked for could not be done")]
    private partial void Failed(Exception failure);
}

using System.Diagnostics;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using HospitalWeb.Web.Live;

namespace HospitalWeb.Tests.Web;

public sealed class LiveTests(TestServer server) : IAsyncLifetime
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);
    private readonly HospitalApp here = new(server) { Settings = { ["Live:Run"] = "true" } };
    private readonly HospitalApp there = new(server);

    public async ValueTask InitializeAsync()
    {
        await here.InitializeAsync();
        there.UseDatabase(here.Database);
    }

    public async ValueTask DisposeAsync()
    {
        await here.DisposeAsync();
        await there.DisposeAsync();
    }

    [Fact]
    public async Task A_board_is_told_within_two_seconds_of_what_another_server_did()
    {
        using var board = await Watch("queue", Role.Receptionist);
        var visit = Given.Appointment(Given.Patient(), Given.Doctor());
        _ = there.Services;

        var waited = Stopwatch.StartNew();
        await there.Save(visit);
        var news = await board.HearAsync();

        Assert.Contains("\"changed\",\"arguments\":[\"queue\"]", news, StringComparison.Ordinal);
        Assert.InRange(waited.Elapsed, TimeSpan.Zero, Soon);
    }

    [Fact]
    public async Task A_board_is_not_told_of_what_does_not_concern_it()
    {
        using var board = await Watch("beds", Role.WardManager);

        await here.Save(Given.Appointment(Given.Patient(), Given.Doctor()));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => board.HearAsync(Soon));
    }

    [Fact]
    public async Task Nobody_watches_a_board_of_an_area_that_is_closed_to_them()
    {
        using var board = await Connect(Role.BillingClerk);

        Assert.Contains("There is no such board", await board.WatchAsync("pharmacy"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new[] { "Appointment", "OutgoingMail" }, new[] { "queue" })]
    [InlineData(new[] { "OutgoingMail" }, new string[0])]
    [InlineData(new[] { "Batch" }, new[] { "queue", "pharmacy", "lab", "beds", "bell" })]
    public void A_change_concerns_the_boards_that_show_it(string[] rows, string[] boards) => Assert.Equal(boards, Board.ConcernedBy(rows).Select(board => board.Name));

    private async Task<LiveLine> Watch(string name, Role role)
    {
        var line = await Connect(role);
        Assert.Contains("\"type\":3", await line.WatchAsync(name), StringComparison.Ordinal);
        return line;
    }

    private Task<LiveLine> Connect(Role role) => LiveLine.OpenAsync(here, request => request.Headers[HeaderSignIn.RoleHeader] = role.ToString());
}

using HospitalWeb.Tests.Support;
using HospitalWeb.Web.Live;

namespace HospitalWeb.Tests.Access;

/// <summary>Every live board, asked for by everybody.</summary>
public sealed class BoardTests(HospitalApp app) : IClassFixture<HospitalApp>
{
    [Fact]
    public async Task A_board_is_shown_to_the_roles_of_the_table_and_to_nobody_else()
    {
        List<string> wrong = [];
        foreach (var role in AccessTable.Everybody)
        {
            using var line = await LiveLine.OpenAsync(app, request => request.Headers[HeaderSignIn.RoleHeader] = role.ToString());
            foreach (var board in AccessTable.Boards.Keys.Append("no-such-board"))
            {
                var opens = !(await line.WatchAsync(board)).Contains("There is no such board", StringComparison.Ordinal);
                if (opens != AccessTable.Boards.GetValueOrDefault(board, []).Contains(role)) wrong.Add($"{board} {(opens ? "is open" : "is closed")} to {role}");
            }
        }

        Assert.Equal([], wrong);
        Assert.Equal(Board.All.Select(board => board.Name).Order(), AccessTable.Boards.Keys.Order());
    }

    [Fact]
    public async Task Nobody_connects_without_signing_in() =>
        await Assert.ThrowsAnyAsync<InvalidOperationException>(() => LiveLine.OpenAsync(app));
}

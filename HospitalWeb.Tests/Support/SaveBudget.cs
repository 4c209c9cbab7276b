namespace HospitalWeb.Tests.Support;

/// <summary>
/// Follows what each request asks of the database until its answer. In every page test a form that did its work (it leads on to another page)
/// may have asked five times: whether its patient may be opened, what it acts on, the rows; and a sixth time for the entry in the audit trail
/// (more often only while others write there too).
/// </summary>
internal sealed class SaveBudget : IStartupFilter
{
    private const int Most = 5;

    // Several saves by design: accounts, each step counted and audited by itself; work that a job does.
    private static readonly string[] Exempt = ["/Identity", "/admin/accounts", "/admin/jobs", "/admin/audit"];

    private static readonly AsyncLocal<List<string>?> Commands = new();

    /// <summary>False for what no request waits for, and for the keys of the encryption: the program looks at them now and then, whoever comes by.</summary>
    public static bool Count(string command)
    {
        if (Commands.Value is not { } commands || command.Contains("FROM \"DataKey\"", StringComparison.Ordinal)) return false;

        lock (commands) commands.Add(command);
        return true;
    }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, request) =>
        {
            var commands = Commands.Value = [];
            await request(context);
            // Whoever signs in as people do is looked up besides.
            if (!context.Request.Headers.ContainsKey(HeaderSignIn.RoleHeader) || !HttpMethods.IsPost(context.Request.Method) || context.Response.StatusCode != StatusCodes.Status302Found || Array.Exists(Exempt, path => context.Request.Path.StartsWithSegments(path))) return;

            lock (commands)
                // A form sent again saves nothing: it looks, more than once if need be, where the first one led.
                if (commands.Count(command => !command.Contains("\"AuditHead\"", StringComparison.Ordinal)) > Most && !commands.Exists(command => command.Contains("FROM \"FormSubmission\"", StringComparison.Ordinal)))
                    throw new InvalidOperationException($"{context.Request.Path} asked the database {commands.Count} times to save:\n{string.Join("\n\n", commands)}");
        });
        next(app);
    };
}

using HospitalWeb.Data;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using HospitalWeb.Web.Filters;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HospitalWeb.Tests.Access;

/// <summary>A test that has never failed shows nothing: here the program has holes, and the matrix must find each.</summary>
public sealed class PlantedHoleTests(TestServer server)
{
    [Fact]
    public async Task A_page_that_nobody_wrote_down_is_found()
    {
        await using var app = await WithAsync(services => services.Configure<RazorPagesOptions>(pages => pages.Conventions.AddAreaPageRoute("Admin", "/Mail/Index", "/planted")));

        Assert.Equal(["/planted", "/planted?handler=no-such-form"], Matrix.Unlisted(await new Matrix(app).WaysAsync()));
    }

    [Fact]
    public async Task A_page_that_asks_for_nothing_is_found()
    {
        await using var app = await WithAsync(services => services.AddSingleton<IAuthorizationHandler, AsIfNothingWereAsked>());

        Assert.Contains("GET /admin/mail is open (200) to Nurse", await WrongAsync(app, "/admin/mail", Role.Nurse));
    }

    [Fact]
    public async Task A_page_that_is_open_to_anybody_is_found()
    {
        await using var app = await WithAsync(services => services.Configure<RazorPagesOptions>(pages => pages.Conventions.AddAreaPageApplicationModelConvention("Admin", "/Mail/Index", page => page.EndpointMetadata.Add(new AllowAnonymousAttribute()))));

        Assert.Contains("GET /admin/mail is open (200) to nobody", await WrongAsync(app, "/admin/mail"));
    }

    [Fact]
    public async Task A_form_that_forgets_to_ask_is_found_though_its_page_asks()
    {
        await using var app = await WithAsync(Without<HandlerFilter>);

        Assert.Equal(["POST /wards?handler=Cleaned is open (404) to Nurse"], await WrongAsync(app, "/wards", Role.Nurse));
    }

    [Fact]
    public async Task A_page_that_is_closed_to_those_who_need_it_is_found()
    {
        await using var app = await WithAsync(services => services.Configure<RazorPagesOptions>(pages => pages.Conventions.AddAreaPageApplicationModelConvention("Admin", "/Mail/Index", page => page.EndpointMetadata.Add(new RequiresAttribute(Permission.Prescribe)))));

        Assert.Contains("GET /admin/mail is closed (403) to Admin", await WrongAsync(app, "/admin/mail", Role.Admin));
    }

    [Fact]
    public async Task A_page_that_does_not_ask_whose_it_is_is_found()
    {
        await using var app = ObjectTests.Make(server);
        app.Changes.Add(services => services.Configure<MvcOptions>(mvc => mvc.Filters.Add(new ShowsAnybodys())));
        // The database would show nobody else's row to it.
        app.Changes.Add(Without<RowSecurityFilter>);
        var matrix = new ObjectMatrix(app);
        await matrix.ReadAsync();

        var wrong = await matrix.WrongAsync(matrix.Everything(Guid.NewGuid()).Where(trespass => trespass.Path.Contains("/billing/", StringComparison.Ordinal) && trespass.Path.Contains("/invoice", StringComparison.Ordinal)), new Walk(app, 1).HeadersOfAsync);

        Assert.NotEmpty(wrong);
        Assert.All(wrong, told => Assert.Contains("answers 200, and 404 to an id of nobody", told, StringComparison.Ordinal));
    }

    private static void Without<T>(IServiceCollection services) => services.Configure<MvcOptions>(mvc => mvc.Filters.Remove(mvc.Filters.OfType<TypeFilterAttribute>().Single(filter => filter.ImplementationType == typeof(T))));

    private async Task<HospitalApp> WithAsync(Action<IServiceCollection> hole)
    {
        var app = new HospitalApp(server) { Changes = { Matrix.TakeEveryForm, hole } };
        await app.InitializeAsync();
        return app;
    }

    private static async Task<IReadOnlyList<string>> WrongAsync(HospitalApp app, string route, params Role[] roles)
    {
        var matrix = new Matrix(app);
        var who = roles is [] ? new Principal("nobody", Standing.Nobody, [], []) : Principal.Of(roles);
        return await matrix.WrongAsync((await matrix.WaysAsync()).Where(way => way.Route == route).Select(way => (way, who)));
    }

    private sealed class AsIfNothingWereAsked : AuthorizationHandler<RequiresAttribute>
    {
        protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RequiresAttribute requires)
        {
            if (requires.Permission is Permission.SeeMail or Permission.EnterAdmin) context.Succeed(requires);
            return Task.CompletedTask;
        }
    }

    // As if the query had only asked for the id: what exists is shown under whatever patient.
    private sealed class ShowsAnybodys : IAsyncPageFilter, IOrderedFilter
    {
        public int Order => int.MinValue;

        public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

        public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
        {
            var executed = await next();
            var db = context.HttpContext.RequestServices.GetRequiredService<HospitalContext>();
            if (executed.Result is NotFoundResult && Guid.TryParse(context.RouteData.Values["id"]?.ToString(), out var id) && await db.OwnedRowAsync(id) is not null)
                executed.Result = new ContentResult { Content = "here it is" };
        }
    }
}

using HospitalWeb.Data;
using HospitalWeb.Domain.Printing;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Access;

/// <summary>What a sender can put into a page by naming a field of it.</summary>
public sealed class FieldsTests(HospitalApp app) : PageTest(app)
{
    // What the program alone says of a row.
    private static readonly string[] NeverSent =
    [
        "AccountId", "Author", "CancelledBy", "CreatedAt", "DispensedBy", "Grants", "IsCancelled", "IsCurrent", "IsDisabled", "IsPaid", "IsSigned", "LastSignInAt", "Paid", "PatientId",
        "PasswordHash", "RowVersion", "SecurityStamp", "Signed", "SignedAt", "SignedBy", "Stamp", "Total", "TwoFactorEnabled", "UnitPrice", "Verified", "VerifiedBy", "Version",
    ];

    [Fact]
    public async Task No_field_fills_a_row_of_the_database_directly()
    {
        await using var scope = App.Services.CreateAsyncScope();
        var rows = scope.ServiceProvider.GetRequiredService<HospitalContext>().Model.GetEntityTypes().Select(row => row.ClrType).ToHashSet();

        var bound = from field in await FieldsAsync() where field.Types.Any(rows.Contains) select field.ToString();

        Assert.Equal([], bound.Distinct());
    }

    [Fact]
    public async Task No_field_has_the_name_of_what_only_the_program_says()
    {
        var fields = await FieldsAsync();

        // What the supplier asked is typed by who takes the delivery in.
        string[] typed = ["/pharmacy/stock/{medicationId:guid}/receive: Input takes UnitPrice"];
        var taken = fields.Where(field => field.Source != BindingSource.Path).SelectMany(field => field.Names.Intersect(NeverSent).Select(name => $"{field} takes {name}")).Except(typed).ToList();

        Assert.True(taken.Count == 0, string.Join('\n', taken));
        Assert.InRange(fields.Count, 150, int.MaxValue);
    }

    /// <summary>A field of a form is looked at before the address: one that has an id's name would speak for the address.</summary>
    [Fact]
    public async Task What_stands_in_the_address_is_read_from_the_address_alone()
    {
        var fields = await FieldsAsync();

        Assert.Equal([], fields.Where(field => field.IsInRoute && field.Source != BindingSource.Path).Select(field => field.ToString()).Distinct());
        Assert.InRange(fields.Count(field => field.IsInRoute), 100, int.MaxValue);
    }

    [Fact]
    public async Task A_form_cannot_print_another_patients_paper_by_a_field_with_their_id()
    {
        var (doctor, own, other) = (Given.Doctor(), Given.Patient("Own"), Given.Patient("Other"));
        var order = Given.ALabOrder(other);
        await App.Save(doctor, own, order);
        var page = await As(Role.Doctor, doctor.Id).Open($"/doctor/patients/{own.Id}/flags/raise");
        var signed = page.Document.QuerySelector("input[name=__patient]")!.GetAttribute("value")!;
        var token = page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var answer = await page.Browser.Client.PostAsync($"/doctor/patients/{own.Id}/lab-orders/{order.Id}/report", new FormUrlEncodedContent(
            [new("__patient", signed), new("__RequestVerificationToken", token), new("patientId", other.Id.ToString()), new("orderId", order.Id.ToString())]));

        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
        Assert.False(await App.UsingDb(db => db.Set<Printout>().AnyAsync(p => p.SubjectId == order.Id)));
    }

    private async Task<List<Field>> FieldsAsync()
    {
        var loader = App.Services.GetRequiredService<PageLoader>();
        List<Field> fields = [];
        foreach (var endpoint in App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } descriptor) continue;

            var page = await loader.LoadAsync(descriptor, endpoint.Metadata);
            var inRoute = endpoint.RoutePattern.Parameters.Select(parameter => parameter.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
            foreach (var bound in page.BoundProperties.Concat<ParameterDescriptor>(page.HandlerMethods.SelectMany(handler => handler.Parameters)))
                fields.Add(new("/" + endpoint.RoutePattern.RawText!.TrimStart('/'), bound.Name, bound.BindingInfo?.BindingSource, inRoute.Contains(bound.Name), [.. Types(bound.ParameterType, [])], [bound.Name, .. Types(bound.ParameterType, []).SelectMany(type => Settable(type).Select(property => property.Name))]));
        }

        return fields;
    }

    private static IEnumerable<Type> Types(Type type, HashSet<Type> seen)
    {
        type = Nullable.GetUnderlyingType(type) ?? (type.IsArray ? type.GetElementType()! : type);
        if (!seen.Add(type)) yield break;

        yield return type;
        foreach (var part in type.GetGenericArguments().Concat(Settable(type).Select(property => property.PropertyType)))
            foreach (var deeper in Types(part, seen)) yield return deeper;
    }

    private static IEnumerable<System.Reflection.PropertyInfo> Settable(Type type) =>
        type.Namespace?.StartsWith("HospitalWeb", StringComparison.Ordinal) == true && !type.IsEnum ? type.GetProperties().Where(property => property.SetMethod is { IsPublic: true } || !property.PropertyType.IsValueType && property.PropertyType != typeof(string) && property.GetIndexParameters().Length == 0) : [];

    private sealed record Field(string Page, string Name, BindingSource? Source, bool IsInRoute, IReadOnlyList<Type> Types, IReadOnlyList<string> Names)
    {
        public override string ToString() => $"{Page}: {Name}";
    }
}

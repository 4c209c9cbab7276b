using System.Reflection;
using System.Text.RegularExpressions;
using HospitalWeb.Data;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Scheduling;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Architecture;

public sealed partial class HouseRules(HospitalApp app) : IClassFixture<HospitalApp>
{
    private static readonly Type[] Program = typeof(BrokenRule).Assembly.GetTypes();
    private static readonly string Sources = Path.Combine(TestServer.Repository, "HospitalWeb");

    [Fact]
    public void Every_page_outside_the_public_areas_asks_for_a_permission()
    {
        var open = app.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is { AreaName: not ("Public" or "Identity"), ViewEnginePath: not ("/Error" or "/Notifications/Index" or "/Notifications/Acknowledge" or "/Held/Show" or "/Find") })
            .Where(e => e.Metadata.GetMetadata<RequiresAttribute>() is null)
            .Select(e => e.DisplayName);

        Assert.Equal([], open);
    }

    [Fact]
    public void The_domain_knows_neither_the_database_nor_the_web()
    {
        var strangers = from type in Program.Where(t => In(t, "Domain"))
                        from used in Used(type)
                        where used.Namespace is { } ns && (ns.StartsWith("Microsoft.", StringComparison.Ordinal) || ns.StartsWith("HospitalWeb.", StringComparison.Ordinal) && !In(used, "Domain"))
                        select $"{type.Name} uses {used.FullName}";

        Assert.Equal([], strangers.Distinct());
    }

    [Theory]
    [InlineData("Patients", "")]
    [InlineData("Staff", "")]
    [InlineData("Billing", "Patients")]
    [InlineData("Scheduling", "Patients Staff")]
    [InlineData("Access", "Patients Staff Notifications")]
    [InlineData("Encounters", "Patients Staff Scheduling")]
    [InlineData("Wards", "Patients Staff Scheduling Encounters")]
    [InlineData("Nursing", "Patients Staff Scheduling Encounters")]
    [InlineData("DrugSafety", "Patients")]
    [InlineData("Prescribing", "Patients Staff Scheduling Encounters DrugSafety")]
    [InlineData("Laboratory", "Patients Staff Scheduling Encounters Notifications")]
    [InlineData("Pharmacy", "Patients Staff Scheduling Encounters DrugSafety Prescribing Billing")]
    public void A_part_of_the_domain_knows_only_the_parts_below_it(string part, string below)
    {
        var known = below.Split(' ', StringSplitOptions.RemoveEmptyEntries).Append(part).ToHashSet();

        var strangers = from type in Program.Where(t => In(t, $"Domain.{part}"))
                        from used in Used(type)
                        where Part(used) is { } other && !known.Contains(other)
                        select $"{type.Name} uses {used.FullName}";

        Assert.Equal([], strangers.Distinct());
    }

    [Fact]
    public void No_area_uses_the_pages_of_another()
    {
        var strangers = from type in Program.Where(t => Area(t) is not null)
                        from used in Used(type)
                        where Area(used) is { } other && other != Area(type)
                        select $"{type.FullName} uses {used.FullName}";

        Assert.Equal([], strangers.Distinct());
    }

    [Fact]
    public void Every_foreign_key_refuses_to_lose_what_points_to_it()
    {
        using var db = new SqlServerHospitalContext(new DbContextOptionsBuilder<SqlServerHospitalContext>().UseSqlServer("Server=.").Options);

        // Search terms and slot atoms are made from the row they belong to and mean nothing without it.
        var derived = new[] { typeof(PatientSearchTerm), typeof(SlotAtom) };
        Assert.Equal([], db.Model.GetEntityTypes().Where(e => !derived.Contains(e.ClrType)).SelectMany(e => e.GetForeignKeys()).Where(k => !k.IsOwnership && k.DeleteBehavior != DeleteBehavior.Restrict).Select(k => k.ToString()));
    }

    [Fact]
    public void Every_indexed_word_has_a_length_that_SQL_Server_can_index()
    {
        using var db = new SqlServerHospitalContext(new DbContextOptionsBuilder<SqlServerHospitalContext>().UseSqlServer("Server=.").Options);

        var tooLong = from index in db.Model.GetEntityTypes().SelectMany(e => e.GetIndexes())
                      let bytes = index.Properties.Sum(p => p.ClrType == typeof(string) ? (p.GetMaxLength() ?? 5000) * 2 : 16)
                      where bytes > 1700
                      select $"{index.DeclaringEntityType.Name} {string.Join(',', index.Properties.Select(p => p.Name))}: {bytes} bytes";

        Assert.Equal([], tooLong);
    }

    [Fact]
    public void The_time_is_asked_of_the_clock_that_tests_can_set() => Assert.Equal([], Lines("*.cs", WallClock()));

    [Fact]
    public void No_page_brings_a_script_or_a_style_of_its_own() => Assert.Equal([], Lines("*.cshtml", InlineCode()).Where(line => !line.StartsWith("Printing/", StringComparison.Ordinal)));

    [Fact]
    public void No_page_writes_dates_or_raw_HTML_itself() => Assert.Equal([], Lines("*.cshtml", OwnFormats()).Where(line => !line.StartsWith("Printing/", StringComparison.Ordinal)));

    private static bool In(Type type, string shelf) => type.Namespace is { } ns && (ns == $"HospitalWeb.{shelf}" || ns.StartsWith($"HospitalWeb.{shelf}.", StringComparison.Ordinal));

    private static string? Part(Type type) => In(type, "Domain") && type.Namespace!.Split('.') is [_, _, var part, ..] ? part : null;

    private static string? Area(Type type) => In(type, "Areas") ? type.Namespace!.Split('.')[2] : null;

    private static IEnumerable<Type> Used(Type type) => type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .SelectMany(member => member switch
        {
            PropertyInfo p => [p.PropertyType],
            FieldInfo f => [f.FieldType],
            MethodInfo m => [m.ReturnType, .. m.GetParameters().Select(p => p.ParameterType)],
            ConstructorInfo c => c.GetParameters().Select(p => p.ParameterType),
            _ => [],
        })
        .SelectMany(used => used.IsGenericType ? used.GetGenericArguments().Append(used) : [used]);

    private static IEnumerable<string> Lines(string files, Regex smell) =>
        from file in Directory.EnumerateFiles(Sources, files, SearchOption.AllDirectories)
        where !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)
        from line in File.ReadLines(file).Index()
        where smell.IsMatch(line.Item)
        select $"{Path.GetRelativePath(Sources, file)}:{line.Index + 1} {line.Item.Trim()}";

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b")]
    private static partial Regex WallClock();

    [GeneratedRegex(@"<style|\sstyle=|<script(?![^>]*\ssrc=)|\son(click|change|submit|load)=")]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"Html\.Raw|\.ToString\(""[dMyHhms]")]
    private static partial Regex OwnFormats();
}

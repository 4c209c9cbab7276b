using System.Text.RegularExpressions;
using HospitalWeb.Audit;
using HospitalWeb.Data;
using HospitalWeb.Printing;
using HospitalWeb.Tests.Support;
using HospitalWeb.Web;
using HospitalWeb.Web.Filters;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;

namespace HospitalWeb.Tests.Architecture;

/// <summary>A page without a patient in its address that reads what leads to patients asks who may see them, or stands here with the reason why it need not.</summary>
public sealed partial class AccessRules(HospitalApp app) : IClassFixture<HospitalApp>
{
    private static readonly string Sources = Path.Combine(TestServer.Repository, "HospitalWeb");

    /// <summary>Worklists: whoever stands on one is tied to the department by standing there.</summary>
    private static readonly Dictionary<string, string> Reviewed = new()
    {
        ["Areas/Doctor/Pages/Index.cshtml.cs"] = "the doctor's own visits and bookings of the day, and the emergencies that wait for anybody",
        ["Areas/Nurse/Pages/Index.cshtml.cs"] = "who waits: each of them is open to the nurses while waiting",
        ["Areas/Nurse/Pages/Specimens/Index.cshtml.cs"] = "what is to be taken: each of them is open to the nurses until it is",
        ["Areas/Lab/Pages/Index.cshtml.cs"] = "the laboratory's work",
        ["Areas/Pharmacy/Pages/Index.cshtml.cs"] = "what is to be dispensed",
        ["Areas/Pharmacy/Pages/Stock/Adjust.cshtml.cs"] = "a batch on the shelf, shown without whom it was given to",
        ["Areas/Pharmacy/Pages/Stock/Details.cshtml.cs"] = "a medicine's batches and movements, shown without whom they went to",
        ["Areas/Pharmacy/Pages/Stock/Receive.cshtml.cs"] = "a delivery",
        ["Areas/Wards/Pages/Index.cshtml.cs"] = "who lies in which bed",
        ["Areas/Billing/Pages/Bills/Index.cshtml.cs"] = "bills, each of which is a tie to the cashier",
        ["Areas/Billing/Pages/Takings/Index.cshtml.cs"] = "the money of a day, each sum on a bill",
        ["Areas/Reception/Pages/Index.cshtml.cs"] = "the bookings of a day",
    };

    /// <summary>Where notes are asked for whatever their seal.</summary>
    private static readonly Dictionary<string, string> WhateverTheSeal = new()
    {
        ["Areas/Doctor/Pages/Index.cshtml.cs"] = "which visits wait for a signature: a draft is never sealed",
        ["Areas/Doctor/Pages/Notes/Write.cshtml.cs"] = "one's own draft",
        ["Areas/Doctor/Pages/Visits/Cancel.cshtml.cs"] = "whether there is a signed note at all, which forbids it",
        ["Areas/Doctor/Pages/Visits/VisitPage.cs"] = "whether a draft is left",
        ["Areas/Patient/Pages/Visits/Visit.cshtml.cs"] = "the patient's own",
        ["Areas/Wards/Pages/Admissions/Cancel.cshtml.cs"] = "whether there is a signed note at all, which forbids it",
        ["Data/Wards/DischargeBlockers.cs"] = "whether a draft is left",
        ["Jobs/VerifyNotes.cs"] = "every signed note, to compare it with what was signed: nobody is shown any",
    };

    [Fact]
    public void Notes_are_reached_through_whoever_reads_them() => Assert.Equal(WhateverTheSeal.Keys.Order(), Directory.EnumerateFiles(Sources, "*.cs", SearchOption.AllDirectories)
        .Where(file => NotesOfAnybody().IsMatch(File.ReadAllText(file))).Select(file => Path.GetRelativePath(Sources, file)).Where(file => !file.StartsWith("obj", StringComparison.Ordinal)).Order());

    [Fact]
    public async Task A_list_of_patients_is_reached_through_whoever_asks()
    {
        var sets = await SetsAsync();

        Assert.Equal([], Lists().Where(page => !page.AsksAccess && sets.Any(set => Reads(page.Code, set)) && !Reviewed.ContainsKey(page.File)).Select(page => page.File).Order());
    }

    [Fact]
    public async Task No_reviewed_page_is_there_in_vain()
    {
        var sets = await SetsAsync();

        Assert.Equal([], Reviewed.Keys.Except(Lists().Where(page => sets.Any(set => Reads(page.Code, set))).Select(page => page.File)).Order());
    }

    [Fact]
    public void Whoever_looks_through_everybody_is_the_program_itself() => Assert.Equal([], Directory.EnumerateFiles(Path.Combine(Sources, "Areas"), "*.cs", SearchOption.AllDirectories)
        .Where(file => File.ReadAllText(file).Contains("PatientView.Whole", StringComparison.Ordinal)));

    [Fact]
    public async Task Every_page_of_one_patient_is_written_down_when_it_is_opened()
    {
        var pages = app.Services.GetRequiredService<PageLoader>();
        List<string> unseen = [];
        foreach (var endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } descriptor && (descriptor.AreaName == "Patient" || endpoint.RoutePattern.GetParameter(PatientFilter.RouteValue) is not null)
                && await pages.LoadAsync(descriptor, endpoint.Metadata) is var page && !page.FilterDescriptors.Any(filter => filter.Filter is OpenedRecordFilter) && !HandsOutPapers(page)) unseen.Add(endpoint.RoutePattern.RawText!);

        Assert.Equal([], unseen);
    }

    // Printing is written down where it is done.
    private static bool HandsOutPapers(CompiledPageActionDescriptor page) => page.ModelTypeInfo!.GetConstructors().Single().GetParameters().Any(parameter => parameter.ParameterType == typeof(PrintDesk))
        && page.HandlerMethods.Any(handler => handler.HttpMethod == "Get" && handler.MethodInfo.ReturnType == typeof(Task<IActionResult>)) && page.ModelTypeInfo.IsDefined(typeof(LimitedAttribute), inherit: true);

    // The sets whose rows lead to one patient, as pages name them: db.Set<T>() or the plural beside the mapping.
    private Task<List<string>> SetsAsync() => app.UsingDb(db =>
    {
        var kinds = db.KindsOfOnePatient.Select(kind => kind.ClrType.Name).ToHashSet();
        var plurals = Directory.EnumerateFiles(Path.Combine(TestServer.Repository, "HospitalWeb", "Data"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Set().Matches(File.ReadAllText(file))).Where(match => kinds.Contains(match.Groups["kind"].Value)).Select(match => $"db.{match.Groups["name"].Value}");
        return Task.FromResult<List<string>>([.. plurals, .. kinds.Select(kind => $"db.Set<{kind}>"), "db.PatientsLikeAsync", "db.ResemblancesAsync", "db.PatientsResembling"]);
    });

    private static bool Reads(string code, string set) => Regex.IsMatch(code, $@"\b{Regex.Escape(set)}(?!\w)");

    // Pages of the staff's areas, and the models that areas share; what is about one patient says so in its address.
    private static IEnumerable<(string File, string Code, bool AsksAccess)> Lists() =>
        from file in Directory.EnumerateFiles(Sources, "*.cs", SearchOption.AllDirectories)
        let name = Path.GetRelativePath(Sources, file)
        where OfStaff().IsMatch(name)
        let code = File.ReadAllText(file)
        where code.Contains(": PageModel", StringComparison.Ordinal) || code.Contains(": ShownModel", StringComparison.Ordinal)
        where !code.Contains("public Guid PatientId { get; init; }", StringComparison.Ordinal) && !(File.Exists(file[..^3]) && File.ReadAllText(file[..^3]).Contains("{patientId", StringComparison.Ordinal))
        select (name, code, code.Contains("access.ViewFrom(", StringComparison.Ordinal));

    [GeneratedRegex(@"(db\.ClinicalNotes|(?<!=> )db\.Set<ClinicalNote>\(\))(?!(\.Signed\(\))?\.ReadableBy\()")]
    private static partial Regex NotesOfAnybody();

    [GeneratedRegex(@"^(Areas/(Doctor|Nurse|Pharmacy|Lab|Billing|Wards|Reception)|Web)/")]
    private static partial Regex OfStaff();

    [GeneratedRegex(@"public DbSet<(?<kind>\w+)> (?<name>\w+) =>")]
    private static partial Regex Set();
}

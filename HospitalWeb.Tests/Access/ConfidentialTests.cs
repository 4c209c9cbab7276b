using System.Net;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Staff;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;

namespace HospitalWeb.Tests.Access;

/// <summary>Who is found by whom: one's own patients, and a confidential one by nobody else.</summary>
public sealed class ConfidentialTests : PageTest, IAsyncLifetime
{
    // Each test has its own two: a name that fits more than one names nobody.
    private static int tests;
    private static readonly string[] Letters = ["a", "e", "i", "o", "u", "y", "ae", "ou"];
    private readonly string ending = Letters[Interlocked.Increment(ref tests) % Letters.Length];
    private readonly Patient hidden, plain;
    private readonly Practitioner doctor = Given.Doctor(), own = Given.Doctor("Treating");

    public ConfidentialTests(HospitalApp app) : base(app) => (hidden, plain) = (Given.Patient($"Hiddenfield{ending}", born: new(1960, 5, 4)), Given.Patient($"Plainfield{ending}", born: new(1961, 6, 5)));

    public async ValueTask InitializeAsync()
    {
        App.Clock.Now = Given.Now;
        await App.OpenAnyChartAsync(false);
        hidden.Protect(true, "Works here", Given.Receptionist);
        await App.Save(hidden, plain, doctor, own, Given.AVisit(hidden, own), Given.AVisit(plain, own));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Every_search_leaves_a_confidential_patient_out()
    {
        await App.OpenAnyChartAsync(true);
        var (who, other) = (Mrn(hidden), Mrn(plain));
        (Browser Browser, string Path)[] searches =
        [
            (As(Role.Doctor, doctor.Id), "/doctor/patients"), (As(Role.Doctor, doctor.Id), "/wards/admit"), (As(Role.WardManager), "/wards/admit"),
        ];
        foreach (var (browser, path) in searches)
        {
            foreach (var words in new[] { $"hiddenfield{ending}", $"hiddenfield{ending} jane 04-May-1960", who })
                Assert.DoesNotContain(who, (await browser.Search(path, words)).Texts("main table, main ul, main p.hw-none, main p").DefaultIfEmpty("").Aggregate((a, b) => a + b).Replace($"“{who}”", ""), StringComparison.Ordinal);
            Assert.Contains(other, (await browser.Search(path, $"plainfield{ending}")).Main, StringComparison.Ordinal);
        }

        Assert.Contains(who, (await As(Role.Doctor, own.Id).Search("/doctor/patients", "hiddenfield" + ending)).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nurses_and_cashiers_find_a_confidential_patient_only_while_he_waits_or_owes()
    {
        await App.OpenAnyChartAsync(true);
        var never = Given.Patient($"Neverfield{ending}", born: new(1960, 5, 4));
        never.Protect(true, "Works here", Given.Receptionist);
        await App.Save(never);
        Assert.Contains(Mrn(hidden), (await As(Role.Nurse).Search("/nurse/patients", "hiddenfield" + ending)).Main, StringComparison.Ordinal);

        App.Clock.Now = Given.Now.AddDays(3);
        foreach (var (desk, path, patient, name) in new[] { (As(Role.Nurse), "/nurse/patients", hidden, "hiddenfield"), (As(Role.BillingClerk), "/billing", never, "neverfield") })
        {
            foreach (var words in new[] { name + ending, $"{name}{ending} jane 04-May-1960", Mrn(patient) })
                Assert.DoesNotContain(name.ToUpperInvariant(), (await desk.Search(path, words)).Main, StringComparison.Ordinal);
            Assert.Contains("PLAINFIELD", (await desk.Search(path, "plainfield" + ending)).Main, StringComparison.Ordinal);
        }

        await App.Save(Given.ACharge(never));
        Assert.Contains("NEVERFIELD", (await As(Role.BillingClerk).Search("/billing", "neverfield" + ending)).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_front_desk_finds_a_confidential_patient_only_while_expected_or_here()
    {
        var desk = As(Role.Receptionist);
        Assert.Contains(Mrn(hidden), (await desk.Search("/reception/patients", "hiddenfield" + ending)).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await desk.Open($"/reception/patients/{hidden.Id}")).Status);

        App.Clock.Now = Given.Now.AddDays(3);
        var (found, opened, other) = (await desk.Search("/reception/patients", "hiddenfield" + ending), await desk.Open($"/reception/patients/{hidden.Id}"), await desk.Open($"/reception/patients/{plain.Id}"));
        App.Clock.Now = Given.Now;

        Assert.DoesNotContain(Mrn(hidden), found.Main, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (opened.Status, other.Status));
    }

    [Fact]
    public async Task A_doctor_finds_his_own_by_a_name_and_another_only_by_what_says_exactly_who_is_meant()
    {
        var stranger = As(Role.Doctor, doctor.Id);

        Assert.Contains($"PLAINFIELD{ending.ToUpperInvariant()}, Jane", (await As(Role.Doctor, own.Id).Search("/doctor/patients", "plainfield" + ending)).Main, StringComparison.Ordinal);
        Assert.Contains("No patient of yours fits", (await stranger.Search("/doctor/patients", "plainfield" + ending)).Main, StringComparison.Ordinal);
        foreach (var words in new[] { Mrn(plain), $"jane plainfield{ending} 05-Jun-1961" })
        {
            var page = await stranger.Search("/doctor/patients", words);
            Assert.Contains($"You have no treatment relationship with {Mrn(plain)}", page.Main, StringComparison.Ordinal);
            Assert.DoesNotContain("PLAINFIELD", page.Main, StringComparison.Ordinal);
        }
        foreach (var words in new[] { Mrn(hidden), $"jane hiddenfield{ending} 04-May-1960" })
            Assert.Contains("No patient of yours fits", (await stranger.Search("/doctor/patients", words)).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Registering_somebody_alike_does_not_tell_of_a_confidential_patient()
    {
        App.Clock.Now = Given.Now.AddDays(3);
        var form = await As(Role.Receptionist).Open("/reception/patients/new");

        var answer = await form.Submit(("Input.FamilyName", $"Hiddenfield{ending}"), ("Input.GivenName", "Jane"), ("Input.Sex", "Female"), ("Input.BirthDate", "04-May-1960"));
        App.Clock.Now = Given.Now;

        Assert.DoesNotContain(Mrn(hidden), answer.Main, StringComparison.Ordinal);
        Assert.StartsWith("/reception/patients/", answer.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_its_address_a_confidential_record_offers_the_emergency_and_nothing_else()
    {
        await App.OpenAnyChartAsync(true);

        Assert.Equal($"/emergency-access/{hidden.Id}", (await As(Role.Doctor, doctor.Id).Open($"/doctor/patients/{hidden.Id}")).Path);
        Assert.Equal($"/doctor/patients/{plain.Id}", (await As(Role.Doctor, doctor.Id).Open($"/doctor/patients/{plain.Id}")).Path);
    }

    [Fact]
    public async Task Whoever_treats_protects_and_says_why()
    {
        var page = await As(Role.Doctor, own.Id).Open($"/doctor/patients/{plain.Id}/confidential");

        Assert.Contains("Say why.", (await page.Submit()).Errors, StringComparison.Ordinal);
        Assert.Contains("The record is confidential now", (await page.Submit(("Reason", "Known to the staff"))).Notice, StringComparison.Ordinal);
    }

    private static string Mrn(Patient patient) => HospitalWeb.Domain.HumanNumber.Format(Patient.Prefix, patient.Number);
}

using System.Net;
using System.Text.RegularExpressions;
using HospitalWeb.Data.Audit;
using HospitalWeb.Data.Mail;
using HospitalWeb.Domain.Audit;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Security;
using HospitalWeb.Security.Portal;
using HospitalWeb.Tests.Access;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Security;

/// <summary>A patient opens an account with the code from the desk.</summary>
public sealed partial class PortalTests(HospitalApp app) : AccountTest(app)
{
    private const string Born = "14-Jul-1945";

    [Fact]
    public async Task With_the_code_the_date_and_the_letter_a_patient_has_an_account()
    {
        var (patient, code, email) = (await APatient(), "", Address());
        code = await Code(patient);

        var asked = await Activate(code.ToLowerInvariant(), Born, email);
        var link = new Uri(Link().Match(await Letter(email) ?? "").Value).PathAndQuery;
        var stranger = await (await Anonymous().Open(link)).Submit(("Input.Password", Password), ("Input.BirthDate", "14-Jul-1946"));
        await (await Anonymous().Open(link)).Submit(("Input.Password", Password), ("Input.BirthDate", Born));
        var home = await (await Anonymous().Open("/Identity/Account/Login")).Submit(("Input.Email", email), ("Input.Password", Password));

        Assert.Equal(("/activate/asked", "/patient"), (asked.Path, home.Path));
        // A mistyped address is somebody else's: the letter alone opens nothing there.
        Assert.Contains("Enter your date of birth", stranger.Errors, StringComparison.Ordinal);
        var account = await App.UsingDb(db => db.Users.SingleAsync(a => a.PatientId == patient.Id));
        Assert.True(account.EmailConfirmed);
        Assert.Contains(await App.UsingDb(db => db.AuditEntries.Where(e => e.EntityId == account.Id.ToString()).ToListAsync()), e => e is { Action: AuditAction.Create, IsSecurity: true });
    }

    [Fact]
    public async Task Whoever_has_only_begun_to_open_an_account_opens_nothing_of_the_portal()
    {
        var browser = Anonymous();
        await (await browser.Open("/activate")).Submit(("Input.Code", await Code(await APatient())), ("Input.BirthDate", Born), ("Input.Email", Address()));

        foreach (var page in AccessTable.SignedIn.Keys.Where(page => page.StartsWith("/patient", StringComparison.Ordinal)))
            Assert.Equal("/Identity/Account/Login", (await browser.Open(AccessTests.Filled(page))).Path);
    }

    [Fact]
    public async Task Wrong_code_wrong_date_and_an_account_that_is_there_already_are_answered_alike_and_bring_no_letter()
    {
        var (patient, taken) = (await APatient(), await APatient());
        var (code, used) = (await Code(patient), await Code(taken));
        await Activate(used, Born, Address());
        List<(string Code, string Born)> tries = [("AAAA-BBBB-CCCC", Born), (code, "15-Jul-1945"), (used, Born)];

        List<(HttpStatusCode, string, string)> answers = [];
        foreach (var (with, born) in tries)
        {
            var email = Address();
            var page = await Activate(with, born, email);
            answers.Add((page.Status, page.PathAndQuery, page.Document.DocumentElement.OuterHtml));
            Assert.Null(await Letter(email));
        }

        Assert.Single(answers.Distinct());
        Assert.Contains(await Reasons(), reason => reason == "The birth date is wrong.");
        Assert.Contains(await Reasons(), reason => reason.StartsWith("The code has been used", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Guessing_at_the_date_closes_the_code_for_a_while()
    {
        var code = await Code(await APatient());
        for (var day = 1; day <= 5; day++) await Activate(code, $"{day:00}-Jan-1950", Address());

        var (early, late) = (Address(), Address());
        await Activate(code, Born, early);
        App.Clock.Now += TimeSpan.FromMinutes(6);
        await Activate(code, Born, late);

        Assert.Null(await Letter(early));
        Assert.NotNull(await Letter(late));
    }

    [Theory]
    [InlineData(13, true)]
    [InlineData(15, false)]
    public async Task A_code_is_good_for_two_weeks(int days, bool opens)
    {
        var (code, email) = (await Code(await APatient()), Address());
        App.Clock.Now += TimeSpan.FromDays(days);

        await Activate(code, Born, email);

        Assert.Equal(opens, await Letter(email) is not null);
    }

    [Fact]
    public async Task A_new_code_voids_the_old_one_and_only_hashes_are_kept()
    {
        var (patient, email) = (await APatient(), Address());
        var (old, fresh) = (await Code(patient), await Code(patient));

        await Activate(old, Born, email);
        Assert.Null(await Letter(email));
        await Activate(fresh, Born, email);

        Assert.NotNull(await Letter(email));
        Assert.Equal(2, await App.UsingDb(db => db.Set<PortalCode>().CountAsync(c => c.PatientId == patient.Id)));
        Assert.DoesNotContain(await App.UsingDb(db => db.AuditEntries.Select(e => e.Changes).ToListAsync()), changes => changes?.Contains(fresh, StringComparison.Ordinal) == true || changes?.Contains(fresh.Replace("-", ""), StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task A_slip_lost_before_the_password_was_chosen_is_replaced()
    {
        var (patient, mistyped, right) = (await APatient(), Address(), Address());
        await Activate(await Code(patient), Born, mistyped);

        await Activate(await Code(patient), Born, right);

        Assert.NotNull(await Letter(right));
        Assert.Contains("is too old or is not whole", (await Anonymous().Open(new Uri(Link().Match((await Letter(mistyped))!).Value).PathAndQuery)).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_an_account_gets_no_code()
    {
        var patient = await APatient();
        await AnAccount(Role.Patient, patient.Id);

        var page = await (await As(Role.Receptionist).Open($"/reception/patients/{patient.Id}/portal-code")).Submit();

        Assert.Contains("has an account already", page.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_patient_who_is_not_there_gets_none()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await As(Role.Receptionist).Open($"/reception/patients/{Guid.NewGuid()}/portal-code")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await As(Role.Nurse).Open($"/reception/patients/{(await APatient()).Id}/portal-code")).Status);
    }

    private static string Address() => $"{Guid.NewGuid():N}@patients.example";

    private async Task<Patient> APatient()
    {
        var patient = Given.Patient();
        await App.Save(patient);
        return patient;
    }

    private async Task<string> Code(Patient patient) => (await (await As(Role.Receptionist).Open($"/reception/patients/{patient.Id}/portal-code")).Submit()).Text(".hw-key");

    private async Task<Browser.Page> Activate(string code, string born, string email)
    {
        var page = await (await Anonymous().Open("/activate")).Submit(("Input.Code", code), ("Input.BirthDate", born), ("Input.Email", email));
        await App.Settled();
        return page;
    }

    private Task<string?> Letter(string email) => App.UsingDb(db => db.OutgoingMails.Where(m => m.To == email).Select(m => m.Body).FirstOrDefaultAsync());

    private Task<List<string>> Reasons() => App.UsingDb(db => db.AuditEntries.Where(e => e.EntityType == nameof(PortalCode) && e.Reason != null).Select(e => e.Reason!).ToListAsync());

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Link();
}

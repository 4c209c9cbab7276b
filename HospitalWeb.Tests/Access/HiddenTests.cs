using System.Net;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;

namespace HospitalWeb.Tests.Access;

/// <summary>What was put away or is not out yet is not there for whoever knows its id: the same answer, to the letter, as for an id that nothing has.</summary>
public sealed class HiddenTests(HospitalApp app) : PageTest(app)
{
    private static readonly Dictionary<string, Func<Patient, (object Row, Func<Guid> Id)>> Hidden = new()
    {
        ["/doctors/{0}"] = _ => { var doctor = Given.Doctor("Gone"); doctor.Leave(); return Row(doctor, gone => gone.Id); },
        ["/patient/bills/{0}"] = patient => Row(Given.ADraft(patient, 10), bill => bill.Id),
        ["/patient/bills/{0}/invoice"] = patient => Row(Given.ADraft(patient, 10), bill => bill.Id),
        ["/patient/prescriptions/{0}"] = patient => Row(Given.Draft(patient, Given.Doctor(), Given.Amoxicillin()), draft => draft.Id),
        ["/patient/prescriptions/{0}/print"] = patient => Row(Given.Draft(patient, Given.Doctor(), Given.Amoxicillin()), draft => draft.Id),
        ["/patient/results/{0}/report"] = patient => Row(Given.ALabOrder(patient), order => order.Id),
        ["/pharmacy/patients/{1}/prescriptions/{0}"] = patient => Row(Given.Draft(patient, Given.Doctor(), Given.Amoxicillin()), draft => draft.Id),
        ["/pharmacy/patients/{1}/prescriptions/{0}/print"] = patient => Row(Given.Draft(patient, Given.Doctor(), Given.Amoxicillin()), draft => draft.Id),
    };

    public static TheoryData<string> Paths => [.. Hidden.Keys];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task What_is_hidden_is_as_absent_as_what_never_was(string path)
    {
        var patient = Given.NotAllergic();
        await App.Save(patient);
        var (row, id) = Hidden[path](patient);
        await App.UsingDb(db => { db.Attach(patient); db.Add(row); return db.SaveChangesAsync(); });
        var browser = path.Split('/')[1] switch { "patient" => As(Role.Patient, patient: patient.Id), "pharmacy" => As(Role.Pharmacist), _ => Anonymous() };

        var (hidden, nothing) = (await browser.Open(At(id())), await browser.Open(At(Guid.NewGuid())));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (hidden.Status, nothing.Status));
        Assert.Equal(nothing.Main, hidden.Main);

        string At(Guid at) => path.Replace("{0}", at.ToString(), StringComparison.Ordinal).Replace("{1}", patient.Id.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_patient_of_others_takes_no_more_work_than_one_who_is_not_there()
    {
        await App.OpenAnyChartAsync(false);
        var patient = Given.NotAllergic();
        await App.Save(patient);
        var browser = As(Role.Pharmacist);
        await browser.Open($"/pharmacy/patients/{Guid.NewGuid()}/prescriptions/{Guid.NewGuid()}");
        await App.Settled();

        var (theirs, work) = await BeforeTheAnswerAsync(() => browser.Open($"/pharmacy/patients/{patient.Id}/prescriptions/{Guid.NewGuid()}"));
        var (nobodys, same) = await BeforeTheAnswerAsync(() => browser.Open($"/pharmacy/patients/{Guid.NewGuid()}/prescriptions/{Guid.NewGuid()}"));
        await App.OpenAnyChartAsync(true);

        Assert.Equal((HttpStatusCode.NotFound, nobodys.Main, same), (theirs.Status, theirs.Main, work));
    }

    [Fact]
    public void No_public_address_goes_by_a_number_that_could_be_counted_up()
    {
        var counted = AccessTable.Public.Where(path => path.Contains(":int", StringComparison.Ordinal) || path.Contains(":long", StringComparison.Ordinal) || path.Contains("{number", StringComparison.OrdinalIgnoreCase));

        Assert.Equal(["/error/{status:int?}"], counted);
    }

    [Fact]
    public async Task A_paper_is_checked_by_its_own_code_and_not_by_its_number()
    {
        var patient = Given.NotAllergic();
        var signed = Given.Signed(patient, Given.Doctor(), Given.Amoxicillin());
        await App.Save(signed);

        foreach (var guess in new[] { "1", "PRX-00001", $"PRX-{signed.Number:00000}", signed.Id.ToString(), signed.Id.ToString("N") })
            Assert.Equal(HttpStatusCode.NotFound, (await Anonymous().Open($"/verify/{guess}")).Status);
    }

    // The database gives the id.
    private static (object, Func<Guid>) Row<T>(T row, Func<T, Guid> id) where T : class => (row, () => id(row));
}

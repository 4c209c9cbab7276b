using HospitalWeb.Audit;
using HospitalWeb.Domain.Audit;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;

namespace HospitalWeb.Tests.Areas.PatientPortal;

public sealed class AccessPageTests(HospitalApp app) : PageTest(app)
{
    [Fact]
    public async Task Who_opened_the_record_stands_there_in_plain_words()
    {
        var patient = Given.Patient();
        await App.Save(patient);
        await As(Role.Nurse).Open($"/nurse/patients/{patient.Id}/vitals");
        await As(Role.Receptionist).Open($"/reception/patients/{patient.Id}");
        await As(Role.Receptionist).Open($"/reception/patients/{patient.Id}");

        var page = await (await As(Role.Patient, patient: patient.Id).Open("/patient")).Click("Who saw my record");

        Assert.Equal(["Mon 2 March 2026"], page.Texts("main h2"));
        Assert.Equal(["Test Receptionist (receptionist) opened your record, 9am and 1 more time", "Test Nurse (nurse) opened your vital signs, 9am"], page.Texts("main li"));
    }

    [Fact]
    public async Task Neither_other_patients_nor_oneself_nor_refusals_stand_there()
    {
        var (patient, other) = (Given.Patient(), Given.Patient());
        await App.Save(patient, other);
        await As(Role.Receptionist).Open($"/reception/patients/{other.Id}");
        await App.UsingDb(db =>
        {
            db.Record(AuditAction.Read, "Patient", "own", patient.Id, actor: new(HeaderSignIn.AccountOf(Role.Patient), "Myself", "Patient"));
            db.Record(AuditAction.Read, "Patient", "refused", patient.Id, AuditOutcome.Refused, actor: new(Guid.NewGuid(), "Turned Away", "Doctor"));
            return db.SaveChangesAsync();
        });

        var page = await As(Role.Patient, patient: patient.Id).Open("/patient/access");

        Assert.Contains("Nobody has opened your record yet", page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_list_goes_on_by_the_last_entry_shown()
    {
        var patient = Given.Patient();
        await App.Save(patient);
        await App.UsingDb(db =>
        {
            for (var i = 0; i < 130; i++) db.Record(AuditAction.Read, "Patient", "x", patient.Id, actor: new(Guid.NewGuid(), $"Reader {i}", "Nurse"));
            return db.SaveChangesAsync();
        });

        var first = await As(Role.Patient, patient: patient.Id).Open("/patient/access");
        var second = await first.Click("Earlier days");

        Assert.Equal((100, 30), (first.Texts("main li").Count, second.Texts("main li").Count));
        Assert.Empty(first.Texts("main li").Intersect(second.Texts("main li")));
    }
}

using System.Net;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;

namespace HospitalWeb.Tests.Areas.PatientPortal;

public sealed class OwnPrescriptionsTests(HospitalApp app) : PageTest(app)
{
    [Fact]
    public async Task A_patient_reads_their_own_prescription_in_plain_words()
    {
        var signed = Given.Signed(Given.NotAllergic(), Given.Doctor(), Given.Amoxicillin());
        await App.Save(signed);
        var list = await As(Role.Patient, patient: signed.PatientId).Open("/patient/prescriptions");

        var page = await list.Click("amoxicillin");

        Assert.Contains("Ready for the pharmacy", list.Main, StringComparison.Ordinal);
        Assert.Contains("500 mg three times a day, for 7 days.", page.Main, StringComparison.Ordinal);
        Assert.Contains("1 April 2026", page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_elses_prescription_and_a_draft_are_not_found()
    {
        var hers = Given.Signed(Given.NotAllergic(), Given.Doctor(), Given.Amoxicillin());
        var draft = Given.Draft(Given.NotAllergic("Jones"), Given.Doctor(), Given.Amoxicillin());
        await App.Save(hers, draft);

        Assert.Equal(HttpStatusCode.NotFound, (await As(Role.Patient, patient: draft.PatientId).Open($"/patient/prescriptions/{hers.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await As(Role.Patient, patient: draft.PatientId).Open($"/patient/prescriptions/{draft.Id}")).Status);
        Assert.Contains("You have no prescriptions.", (await As(Role.Patient, patient: draft.PatientId).Open("/patient/prescriptions")).Main, StringComparison.Ordinal);
    }
}

using System.Net;
using HospitalWeb.Data.Access;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Staff;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Access;

/// <summary>The care team is how a colleague comes to a patient, and nobody's own way in.</summary>
public sealed class CareTeamTests(HospitalApp app) : PageTest(app), IAsyncLifetime
{
    private readonly Patient patient = Given.Patient("Shared");
    private readonly Practitioner doctor = Given.Doctor("Treating"), colleague = Given.Doctor("Colleague"), gone = Given.Doctor("Gone");

    public async ValueTask InitializeAsync()
    {
        await App.OpenAnyChartAsync(false);
        gone.Leave();
        await App.Save(patient, doctor, colleague, gone, Given.AVisit(patient, doctor));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Whoever_treats_brings_a_colleague_in_and_himself_never()
    {
        var form = await As(Role.Doctor, doctor.Id).Open($"/doctor/patients/{patient.Id}/care-team");

        var himself = await form.Submit(("Input.Practitioner", doctor.Id.ToString()), ("Input.Role", "Attending"));
        var former = await form.Submit(("Input.Practitioner", gone.Id.ToString()), ("Input.Role", "Attending"));
        var other = await form.Submit(("Input.Practitioner", colleague.Id.ToString()), ("Input.Role", "Consulting"));

        Assert.DoesNotContain(doctor.Id.ToString(), form.Document.QuerySelector("[name='Input.Practitioner']")!.InnerHtml, StringComparison.Ordinal);
        Assert.Contains("Nobody adds himself to a care team.", himself.Errors, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, former.Status);
        Assert.Contains("is on the care team", other.Notice, StringComparison.Ordinal);
        Assert.Equal([colleague.Id], await App.UsingDb(db => db.CareTeamMembers.Where(m => m.PatientId == patient.Id).Select(m => m.PractitionerId).ToListAsync()));
    }

    [Fact]
    public async Task Whoever_does_not_treat_does_not_even_see_the_form()
    {
        var page = await As(Role.Doctor, colleague.Id).Open($"/doctor/patients/{patient.Id}/care-team");

        Assert.StartsWith("/emergency-access/", page.Path, StringComparison.Ordinal);
    }
}

using System.Net;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;

namespace HospitalWeb.Tests.Areas.PatientPortal;

public sealed class VisitsTests(HospitalApp app) : PageTest(app)
{
    [Fact]
    public async Task A_patient_reads_findings_advice_and_follow_up_of_a_signed_note()
    {
        var visit = await AVisit(signed: true);

        var list = await As(Role.Patient, patient: visit.PatientId).Open("/patient/visits");
        var page = await list.Click("2 March 2026");

        Assert.Contains("Unspecified asthma, uncomplicated (suspected, not certain)", page.Main);
        Assert.Contains("Come back if you get short of breath.", page.Main);
        Assert.Contains("Come back on 1 March 2026.", page.Main);
        Assert.DoesNotContain("Rest and fluids.", page.Main);
    }

    [Fact]
    public async Task An_unsigned_draft_is_not_shown()
    {
        var visit = await AVisit(signed: false);

        var page = await As(Role.Patient, patient: visit.PatientId).Open($"/patient/visits/{visit.Id}");

        Assert.Contains("Your doctor has not signed the notes of this visit yet.", page.Main);
        Assert.DoesNotContain("Come back if", page.Main);
    }

    [Fact]
    public async Task After_an_amendment_the_patient_reads_the_new_advice()
    {
        var visit = await AVisit(signed: true, amended: "Rest for a week.");

        var page = await As(Role.Patient, patient: visit.PatientId).Open($"/patient/visits/{visit.Id}");

        Assert.Contains("Rest for a week.", page.Main);
        Assert.DoesNotContain("Come back if", page.Main);
    }

    [Fact]
    public async Task Anothers_visit_is_as_little_found_as_one_that_does_not_exist()
    {
        var (visit, other) = (await AVisit(signed: true), await AVisit(signed: true));
        var patient = As(Role.Patient, patient: visit.PatientId);

        Assert.Equal(HttpStatusCode.NotFound, (await patient.Open($"/patient/visits/{other.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await patient.Open($"/patient/visits/{Guid.NewGuid()}")).Status);
        Assert.DoesNotContain(other.Id.ToString(), (await patient.Open("/patient/visits")).Document.Source.Text);
        Assert.Equal(HttpStatusCode.NotFound, (await As(Role.Patient).Open($"/patient/visits/{other.Id}")).Status);
    }

    [Fact]
    public async Task Advice_that_was_changed_after_it_was_signed_is_not_shown()
    {
        var visit = await AVisit(signed: true, amended: "Stay in bed");
        await App.PastGuardsAsync("NoteAmendment", $"UPDATE \"NoteAmendment\" SET \"Signed_Name\" = 'Dr Else' WHERE \"NoteId\" IN (SELECT n.\"Id\" FROM \"ClinicalNote\" n WHERE n.\"EncounterId\" = '{visit.Id}')");

        var page = await As(Role.Patient, patient: visit.PatientId).Open($"/patient/visits/{visit.Id}");

        Assert.Contains("not as your doctor signed it", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Stay in bed", page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_never_came_gets_the_next_step() =>
        Assert.Contains("You have not visited us yet.", (await As(Role.Patient, patient: Guid.NewGuid()).Open("/patient/visits")).Main);

    private async Task<Encounter> AVisit(bool signed, string? amended = null)
    {
        var (visit, doctor, by) = (Given.AVisit(), Given.Doctor(), Given.By("Dr Lee"));
        visit.Diagnose(new("http://hl7.org/fhir/sid/icd-10-cm", "J45.909", "Unspecified asthma, uncomplicated"), DiagnosisCertainty.Suspected, asPrimary: true, by);
        await App.UsingDb(async db =>
        {
            // What is signed names the visit, which has its id from here on.
            db.Add(visit);
            var note = ClinicalNote.Begin(visit, by);
            db.Add(note);
            note.Write(Given.ASoapNote(), by);
            if (signed) note.Sign(doctor, DateOnly.FromDateTime(Given.Now.Date), by);
            if (amended is not null) note.Amend(Given.ASoapNote() with { Plan = new() { Treatment = "Rest", Advice = amended } }, "Second thought", doctor, DateOnly.FromDateTime(Given.Now.Date), by);
            await db.SaveChangesAsync();
        });
        return visit;
    }
}

using System.Net;
using HospitalWeb.Data.Prescribing;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Prescribing;
using HospitalWeb.Domain.Staff;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Areas.Doctor;

public sealed class PrescribingTests(HospitalApp app) : PageTest(app)
{
    private readonly Practitioner doctor = Given.Doctor();

    [Fact]
    public async Task A_doctor_searches_adds_previews_and_signs_and_the_pharmacy_has_it()
    {
        var patient = await Saved(Given.NotAllergic());
        var me = As(Role.Doctor, doctor.Id);

        var search = await me.Open($"/doctor/patients/{patient.Id}/prescriptions/new?q=amox");
        var chosen = await search.SubmitForm("#medicine-choices form", ("medication", await Amoxicillin()));
        var preview = await chosen.Submit(Medicine(("Input.Preview", "true")));
        Assert.Equal("amoxicillin — AMOXIL — 500 mg — capsule — DOSE 500 mg — 7 days — oral — three times a day", preview.Text(".hw-preview"));
        var draft = await preview.Submit();
        Assert.Contains("Quantity 21 capsules", draft.Main, StringComparison.Ordinal);
        var signing = await draft.Click("Go to signing");
        Assert.Contains("SMITH, Jane · 14-Jul-1945 · PAT-", signing.Main, StringComparison.OrdinalIgnoreCase);
        var signed = await signing.Submit(("Input.Urgency", "Urgent"));

        Assert.Contains("stands in the pharmacy's queue", signed.Notice, StringComparison.Ordinal);
        var kept = await App.UsingDb(db => db.Prescriptions.WithItems().SingleAsync(p => p.PatientId == patient.Id));
        Assert.Equal((PrescriptionStatus.Signed, DispenseUrgency.Urgent, CheckState.Checked, 21m), (kept.Status, kept.Urgency, kept.Items[0].Check, kept.Items[0].Quantity));
    }

    [Fact]
    public async Task Amoxicillin_for_a_penicillin_allergy_does_not_sign_until_a_coded_reason_is_given()
    {
        var patient = await Saved(Given.Allergic(Given.Allergy("Penicillin", "Anaphylaxis")));
        var draft = await Draft(patient);
        Assert.Contains("Stop: penicillin allergy", draft.Text(".hw-checks"), StringComparison.Ordinal);

        var refused = await (await draft.Click("Go to signing")).Submit(("Input.Note", "Patient allergic to penicillin - verified safe alternative prescribed"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Stop: penicillin allergy. Recorded: Penicillin, anaphylaxis, 2019 (Dr Lee).", refused.Errors, StringComparison.Ordinal);

        var reason = await draft.Click("Continue with a reason");
        Assert.Contains("Choose the reason for going on.", (await reason.Submit()).Errors, StringComparison.Ordinal);
        var answered = await reason.Submit(("Input.Reason", "ToleratedBefore"));
        Assert.Contains("Alert override: tolerated before (Test Doctor)", answered.Main, StringComparison.Ordinal);
        await (await answered.Click("Go to signing")).Submit();

        var queue = await As(Role.Pharmacist).Open("/pharmacy");
        Assert.Contains("Known allergies: Penicillin", queue.Main, StringComparison.Ordinal);
        Assert.Contains("Alert override: tolerated before (Test Doctor)", queue.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_medicine_is_taken_off_the_draft()
    {
        var patient = await Saved(Given.NotAllergic());
        var draft = await Draft(patient);

        var without = await draft.Submit();

        Assert.Contains("No medicines yet.", without.Main, StringComparison.Ordinal);
        Assert.Empty(await App.UsingDb(db => db.Prescriptions.Where(p => p.PatientId == patient.Id).SelectMany(p => p.Items).ToListAsync()));
    }

    [Fact]
    public async Task Another_doctor_does_not_sign_my_draft()
    {
        var patient = await Saved(Given.NotAllergic());
        var draft = await Draft(patient);
        var other = Given.Doctor("Lee", "Anna");
        await App.Save(other);

        var refused = await (await As(Role.Doctor, other.Id).Open(draft.Path + "/sign")).Submit();

        Assert.Contains("Dr A Patel began this draft.", refused.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelled_and_written_again_the_new_draft_names_the_old()
    {
        var patient = await Saved(Given.NotAllergic());
        var signed = Given.Signed(patient, doctor, await Medication());
        await App.UsingDb(db => { db.Attach(patient); db.Attach(doctor); db.Attach(signed.Items[0].Medication!); db.Prescriptions.Add(signed); return db.SaveChangesAsync(); });
        var form = await As(Role.Doctor, doctor.Id).Open($"/doctor/patients/{patient.Id}/prescriptions/{signed.Id}/cancel");

        Assert.Contains("Say why the prescription is cancelled.", (await form.Submit()).Errors, StringComparison.Ordinal);
        var again = await form.Submit(("Input.Reason", "Dose too low."), ("Input.WriteAgain", "true"));

        Assert.Contains("This draft takes its place.", again.Notice, StringComparison.Ordinal);
        Assert.Equal(signed.Id, await App.UsingDb(db => db.Prescriptions.Where(p => p.PatientId == patient.Id && p.Status == PrescriptionStatus.Draft).Select(p => p.ReplacesId).SingleAsync()));
    }

    [Fact]
    public async Task A_list_and_a_draft_ask_the_database_few_times()
    {
        var patient = await Saved(Given.NotAllergic());
        var draft = await Draft(patient);
        var me = As(Role.Doctor, doctor.Id);
        await me.Open(draft.Path);

        Assert.InRange(await CommandsOf(() => me.Open($"/doctor/patients/{patient.Id}/prescriptions")), 1, 8);
        Assert.InRange(await CommandsOf(() => me.Open(draft.Path)), 1, 8);
    }

    [Fact]
    public async Task Somebody_elses_prescription_is_not_found_under_this_patient()
    {
        var draft = await Draft(await Saved(Given.NotAllergic()));
        var other = await Saved(Given.NotAllergic("Jones"));

        Assert.Equal(HttpStatusCode.NotFound, (await As(Role.Doctor, doctor.Id).Open($"/doctor/patients/{other.Id}/prescriptions/{draft.Path.Split('/')[^1]}")).Status);
    }

    private async Task<Browser.Page> Draft(Patient patient)
    {
        var form = await As(Role.Doctor, doctor.Id).Open($"/doctor/patients/{patient.Id}/prescriptions/new?medication={await Amoxicillin()}");
        return await form.Submit(Medicine());
    }

    private static (string, string)[] Medicine(params (string, string)[] more) => [("Input.Dose", "500"), ("Input.Route", "Oral"), ("Input.Frequency", "ThreeTimesADay"), ("Input.Days", "7"), .. more];

    private async Task<string> Amoxicillin() => (await Medication()).Id.ToString();

    private Task<Medication> Medication() => App.UsingDb(db => db.Medications.SingleAsync(m => m.GenericName == "amoxicillin" && m.Brand == "Amoxil"));

    private async Task<Patient> Saved(Patient patient)
    {
        await App.UsingDb(async db =>
        {
            if (!await db.Set<Practitioner>().AnyAsync(d => d.Id == doctor.Id)) db.Add(doctor);
            db.Add(patient);
            await db.SaveChangesAsync();
        });
        return patient;
    }
}

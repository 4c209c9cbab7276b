using System.Net;
using HospitalWeb.Data.Billing;
using HospitalWeb.Data.Wards;
using HospitalWeb.Domain.Billing;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Domain.Notifications;
using HospitalWeb.Domain.Wards;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Areas.Wards;

public sealed class WardPageTests(HospitalApp app) : PageTest(app)
{
    private async Task<Admission> AnAdmission(string family, int daysAgo = 0)
    {
        var admission = Given.AnAdmission(Given.Patient(family), Given.AWard(2).Beds[0], Given.OnTheWard with { At = Given.Now.AddDays(-daysAgo) });
        await App.Save(admission.CurrentStay.Bed.Ward, admission);
        return admission;
    }

    private static string Path(Admission admission, string deed = "") => $"/wards/patients/{admission.PatientId}/admissions/{admission.Id}{deed}";

    private Task<Admission> Fresh(Admission admission) => App.UsingDb(db => db.Admissions.WithStays().SingleAsync(a => a.Id == admission.Id));

    [Fact]
    public async Task Admitting_opens_an_inpatient_visit_and_shows_on_the_board()
    {
        var (ward, doctor, patient) = (Given.AWard(1), Given.Doctor(), Given.Patient("Arrives"));
        await App.Save(ward, doctor, patient);
        var found = await As(Role.WardManager).Search($"/wards/admit?bed={ward.Beds[0].Id}", "arrives");

        var form = await found.Click("ARRIVES, Jane");
        var next = await form.Submit(("Input.Doctor", doctor.Id.ToString()), ("Input.Reason", "Pneumonia"));

        Assert.Contains("ARRIVES, Jane is admitted to", next.Notice);
        var admission = await App.UsingDb(db => db.Admissions.Include(a => a.Encounter).SingleAsync(a => a.PatientId == patient.Id));
        Assert.Equal((EncounterClass.Inpatient, doctor.Id, "Pneumonia"), (admission.Encounter.Class, admission.PractitionerId, admission.Reason));
        Assert.Contains("ARRIVES, Jane", (await As(Role.Nurse).Open("/wards")).Main);
    }

    [Fact]
    public async Task A_transfer_ends_one_stay_at_the_instant_the_next_begins()
    {
        var admission = await AnAdmission("Moves", daysAgo: 1);
        var ward = admission.CurrentStay.Bed.Ward;

        var next = await (await As(Role.WardManager).Open(Path(admission, "/transfer"))).Submit(("Input.Bed", ward.Beds[1].Id.ToString()));

        Assert.Equal($"MOVES, Jane lies in {ward.Beds[1].Name} now.", next.Notice);
        var stays = (await Fresh(admission)).Stays.OrderBy(s => s.From).ToList();
        Assert.Equal((stays[0].Until, BedState.Cleaning, BedState.Occupied), (stays[1].From, stays[0].Bed.State, stays[1].Bed.State));
    }

    [Fact]
    public async Task A_discharge_charges_each_day_once_and_sends_the_bed_to_cleaning()
    {
        var admission = await AnAdmission("Leaves", daysAgo: 3);
        await using (var scope = App.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<BedDayCharges>().RaiseForAllAsync(new(2026, 3, 1), at => DateOnly.FromDateTime(at.UtcDateTime), Given.OnTheWard);
            await scope.ServiceProvider.GetRequiredService<HospitalWeb.Data.HospitalContext>().SaveChangesAsync();
        }

        var next = await (await As(Role.WardManager).Open(Path(admission, "/discharge"))).Submit(("Input.Destination", "Home"), ("Input.Summary", "Recovered."));

        Assert.Contains("LEAVES, Jane is discharged.", next.Notice);
        Assert.Equal(3, await App.UsingDb(db => db.Charges.CountAsync(c => c.EncounterId == admission.EncounterId && c.SourceKind == ChargeSource.BedDay)));
        var fresh = await Fresh(admission);
        Assert.Equal((BedState.Cleaning, "Recovered.", EncounterStatus.Completed), (fresh.Stays[0].Bed.State, fresh.Discharge?.Summary, fresh.Encounter.Status));

        var board = await (await As(Role.WardManager).Open($"/wards?ward={fresh.Stays[0].Bed.WardId}")).Submit();
        Assert.EndsWith("is free.", board.Notice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unacknowledged_critical_result_holds_the_discharge_until_the_ward_manager_says_why()
    {
        var admission = await AnAdmission("Held");
        await App.Save(Notification.To(Guid.NewGuid(), NotificationKind.CriticalResult, Severity.Critical, "Potassium 6.9", "", null, admission.PatientId, Given.Now));

        var byDoctor = await (await As(Role.Doctor).Open(Path(admission, "/discharge"))).Submit(("Input.Destination", "Home"), ("Input.Summary", "Well."));
        Assert.Contains("A critical result is not acknowledged yet.", byDoctor.Errors);
        var form = await As(Role.WardManager).Open(Path(admission, "/discharge"));
        await form.Submit(("Input.Destination", "OtherHospital"), ("Input.Summary", "Goes on."), ("Input.OverrideReason", "Receiving hospital told"));

        Assert.Equal("Receiving hospital told (A critical result is not acknowledged yet.)", (await Fresh(admission)).Discharge?.OverrideReason);
    }

    [Fact]
    public async Task A_second_discharge_and_a_second_admission_are_refused_in_words()
    {
        var admission = await AnAdmission("Once");
        var doctor = Given.Doctor();
        await App.Save(doctor);
        var twice = await As(Role.WardManager).Open($"/wards/patients/{admission.PatientId}/admit?bed={admission.CurrentStay.Bed.Ward.Beds[1].Id}");
        Assert.Contains("ONCE, Jane is already admitted.", (await twice.Submit(("Input.Doctor", doctor.Id.ToString()), ("Input.Reason", "Again"))).Errors);

        var form = await As(Role.WardManager).Open(Path(admission, "/discharge"));
        var second = await As(Role.WardManager).Open(Path(admission, "/discharge"));
        await form.Submit(("Input.Destination", "Home"), ("Input.Summary", "Well."));

        var refused = await second.Submit(("Input.Destination", "Home"), ("Input.Summary", "Well."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("ONCE, Jane has already been discharged.", refused.Errors);
    }

    [Fact]
    public async Task A_cancelled_admission_gives_the_bed_back_and_costs_nothing()
    {
        var admission = await AnAdmission("Mistake");

        var next = await (await As(Role.WardManager).Open(Path(admission, "/cancel"))).Submit(("Input.Reason", "Wrong patient"));

        Assert.Contains("is cancelled", next.Notice);
        var fresh = await Fresh(admission);
        Assert.Equal((true, BedState.Cleaning, EncounterStatus.Cancelled), (fresh.IsCancelled, fresh.Stays[0].Bed.State, fresh.Encounter.Status));
    }

    [Fact]
    public async Task A_bed_is_blocked_with_a_reason_and_given_back()
    {
        var ward = Given.AWard(1);
        await App.Save(ward);
        var bed = $"/wards/beds/{ward.Beds[0].Id}";

        var blocked = await (await As(Role.WardManager).Open($"{bed}/block")).Submit(("Input.Reason", "Broken rail"));
        Assert.Contains("Why: Broken rail", blocked.Main);
        await (await As(Role.WardManager).Open($"{bed}/free")).Submit();

        Assert.Equal(BedState.Free, (await App.UsingDb(db => db.Beds.SingleAsync(b => b.Id == ward.Beds[0].Id))).State);
    }

    [Fact]
    public async Task A_ward_is_added_with_its_beds_and_one_more()
    {
        var form = await As(Role.WardManager).Open("/wards/manage/new");

        var ward = await form.Submit(("Input.Name", "Cedar"), ("Code", "CED"), ("Input.Kind", "Surgical"), ("Beds", "4"));
        var more = await ward.Submit(("NewBed", "A-5"));

        Assert.Equal("Cedar is saved.", more.Notice);
        Assert.Equal(5, await App.UsingDb(db => db.Beds.CountAsync(b => b.Ward.Code == "CED")));
        var again = await As(Role.WardManager).Open("/wards/manage/new");
        Assert.Contains("There is a ward CED already.", (await again.Submit(("Input.Name", "Other"), ("Code", "CED"), ("Input.Kind", "Surgical"))).Errors);
    }
}

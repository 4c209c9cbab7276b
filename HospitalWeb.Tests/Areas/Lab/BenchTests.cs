using System.Net;
using HospitalWeb.Data.Billing;
using HospitalWeb.Data.Laboratory;
using HospitalWeb.Data.Notifications;
using HospitalWeb.Data.Patients;
using HospitalWeb.Data.Staff;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Billing;
using HospitalWeb.Domain.Laboratory;
using HospitalWeb.Domain.Notifications;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Areas.Lab;

public sealed class BenchTests(HospitalApp app) : PageTest(app)
{
    private static readonly Guid Second = Guid.NewGuid();

    private Browser Technician => As(Role.LabTechnician);
    private Browser SecondTechnician => As(Role.LabTechnician, account: Second);

    private static string Path(LabOrder order, string page) => $"/lab/patients/{order.PatientId}/{page}";

    private async Task<LabOrder> AnOrder(Stamp? by = null)
    {
        var order = Given.ALabOrder(Given.Patient("Bench"), ordered: by);
        await App.Save(order);
        return order;
    }

    private Task<LabOrder> Fresh(LabOrder order) => App.UsingDb(db => db.LabOrders.Include(o => o.Specimens).Include(o => o.Items).ThenInclude(i => i.Results).SingleAsync(o => o.Id == order.Id));

    private async Task<LabOrder> Resulted(LabOrder order, string value)
    {
        await (await Technician.Open(Path(order, $"orders/{order.Id}/collect"))).Submit(("Input.IdentityChecked", "true"));
        var specimen = (await Fresh(order)).Specimens.Single();
        await (await Technician.Open(Path(order, $"specimens/{specimen.Id}/receive"))).Submit(("Input.Label", HumanNumber.Of(specimen)));
        await (await Technician.Open(Path(order, $"tests/{order.Items[0].Id}/results"))).Submit(("Input.Values[0]", value));
        return await Fresh(order);
    }

    [Fact]
    public async Task A_test_goes_from_the_worklist_to_release_and_is_charged_once()
    {
        var order = await Resulted(await AnOrder(), "5.4");
        Assert.Equal(LabItemStatus.Resulted, order.Items.Single().Status);

        var verified = await (await SecondTechnician.Open(Path(order, $"tests/{order.Items[0].Id}/verify"))).Submit();
        Assert.Equal("Potassium test is verified.", verified.Notice);
        var released = await (await SecondTechnician.Open(Path(order, $"tests/{order.Items[0].Id}/release"))).Submit();

        Assert.Equal("Potassium test is released. The patient can read it.", released.Notice);
        var result = (await Fresh(order)).Items.Single().Results.Single();
        Assert.Equal((5.4m, ResultFlag.H, 3.5m, 5.1m, true), (result.NumericValue, result.Flag, result.RangeLow, result.RangeHigh, result.IsReleased));
        Assert.Equal(order.Items[0].Id, (await App.UsingDb(db => db.Charges.SingleAsync(c => c.PatientId == order.PatientId && c.SourceKind == ChargeSource.LabTest))).SourceId);
    }

    [Fact]
    public async Task Whoever_entered_a_result_cannot_verify_it()
    {
        var order = await Resulted(await AnOrder(), "4.2");

        var refused = await (await Technician.Open(Path(order, $"tests/{order.Items[0].Id}/verify"))).Submit();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("You entered these results. Somebody else must verify them.", refused.Errors);
        Assert.Equal(LabItemStatus.Resulted, (await Fresh(order)).Items.Single().Status);
    }

    [Fact]
    public async Task A_critical_value_is_at_the_orderers_bell_as_soon_as_it_is_verified()
    {
        var doctor = new Stamp(Guid.NewGuid(), "Dr Orders", Given.Now);
        var order = await Resulted(await AnOrder(doctor), "6.9");

        var verified = await (await SecondTechnician.Open(Path(order, $"tests/{order.Items[0].Id}/verify"))).Submit();

        Assert.Contains("The critical value has been sent to Dr Orders", verified.Notice);
        var alert = await App.UsingDb(db => db.Notifications.To(doctor.AccountId).SingleAsync());
        Assert.Equal(("Critical result: Potassium 6.9 mmol/L, critical high", true, null), (alert.Title, alert.NeedsAcknowledgement, alert.ExpiresAt));
        Assert.Equal("1 new, critical", (await As(Role.Doctor, account: doctor.AccountId).Open("/notifications")).Text(".hw-bell-count"));
    }

    [Fact]
    public async Task Another_label_is_not_received()
    {
        var order = await AnOrder();
        await (await Technician.Open(Path(order, $"orders/{order.Id}/collect"))).Submit(("Input.IdentityChecked", "true"));
        var specimen = (await Fresh(order)).Specimens.Single();

        var refused = await (await Technician.Open(Path(order, $"specimens/{specimen.Id}/receive"))).Submit(("Input.Label", "ACC-99999"));

        Assert.Contains("Do not receive it", refused.Errors);
        Assert.Equal(LabItemStatus.Collected, (await Fresh(order)).Items.Single().Status);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_and_stays_in_the_box()
    {
        var order = await AnOrder();
        await Resulted(order, "41");

        var again = await (await Technician.Open(Path(order, $"tests/{order.Items[0].Id}/results"))).Submit(("Input.Values[0]", "41"));

        Assert.Contains("Potassium 41 mmol/L is not possible.", again.Errors);
        Assert.Equal("41", again.Document.QuerySelector("[name='Input.Values[0]']")!.GetAttribute("value"));
        Assert.Empty((await Fresh(order)).Items.Single().Results);
    }

    [Fact]
    public async Task A_rejected_specimen_waits_to_be_collected_again_and_is_not_charged_twice()
    {
        var order = await AnOrder();
        await (await Technician.Open(Path(order, $"orders/{order.Id}/collect"))).Submit(("Input.IdentityChecked", "true"));
        var specimen = (await Fresh(order)).Specimens.Single();

        var next = await (await Technician.Open(Path(order, $"specimens/{specimen.Id}/reject"))).Submit(("Input.Reason", "Haemolysed"));
        await (await Technician.Open(Path(order, $"orders/{order.Id}/collect"))).Submit(("Input.IdentityChecked", "true"));

        Assert.EndsWith("Its tests wait to be collected again.", next.Notice, StringComparison.Ordinal);
        Assert.Equal([LabItemStatus.Rejected, LabItemStatus.Collected], (await Fresh(order)).Items.OrderBy(i => i.FirstItemId != null).Select(i => i.Status));
        Assert.Equal(1, await App.UsingDb(db => db.Charges.CountAsync(c => c.PatientId == order.PatientId)));
    }

    [Fact]
    public async Task A_correction_shows_the_old_value_to_the_doctor_who_is_told()
    {
        var doctor = new Stamp(Guid.NewGuid(), "Dr Told", Given.Now);
        var order = await Resulted(await AnOrder(doctor), "5.4");
        var item = order.Items[0].Id;
        await (await SecondTechnician.Open(Path(order, $"tests/{item}/verify"))).Submit();
        await (await SecondTechnician.Open(Path(order, $"tests/{item}/release"))).Submit();

        var form = await Technician.Open(Path(order, $"tests/{item}/correct"));
        await form.Submit(("Input.Result", order.Items[0].Results[0].Id.ToString()), ("Input.Value", "4.1"), ("Input.Reason", "Wrong tube"));
        await (await SecondTechnician.Open(Path(order, $"tests/{item}/verify"))).Submit();

        Assert.Equal("Corrected result: Potassium 4.1 mmol/L, was 5.4", (await App.UsingDb(db => db.Notifications.To(doctor.AccountId).SingleAsync())).Title);
        Assert.Contains("Corrected (was 5.4, changed 02-Mar-2026 09:00)", (await As(Role.Doctor).Open($"/doctor/patients/{order.PatientId}/results")).Main);
    }

    [Fact]
    public async Task A_correction_is_told_to_everybody_who_may_have_acted_on_the_wrong_value_once_each()
    {
        var (orderer, reader) = (new Stamp(Guid.NewGuid(), "Dr Told", Given.Now), Guid.NewGuid());
        var order = await Resulted(await AnOrder(orderer), "5.4");
        var item = order.Items[0].Id;
        await (await SecondTechnician.Open(Path(order, $"tests/{item}/verify"))).Submit();
        await (await SecondTechnician.Open(Path(order, $"tests/{item}/release"))).Submit();
        await (await As(Role.Doctor, account: reader).Open($"/doctor/patients/{order.PatientId}/results")).Submit();
        var (visiting, prescribing, stranger) = (await ADoctor("Visits"), await ADoctor("Prescribes"), await ADoctor("Stranger"));
        await App.UsingDb(async db =>
        {
            var patient = await db.Patients.SingleAsync(p => p.Id == order.PatientId);
            db.Add(Given.AVisit(patient, await db.Practitioners.SingleAsync(p => p.Id == visiting.PractitionerId)));
            db.Add(Given.Draft(patient, await db.Practitioners.SingleAsync(p => p.Id == prescribing.PractitionerId), Given.Medication()));
            await db.SaveChangesAsync();
        });

        await (await Technician.Open(Path(order, $"tests/{item}/correct"))).Submit(("Input.Result", order.Items[0].Results[0].Id.ToString()), ("Input.Value", "6.9"), ("Input.Reason", "Wrong tube"));
        await (await SecondTechnician.Open(Path(order, $"tests/{item}/verify"))).Submit();

        var told = await App.UsingDb(db => db.Notifications.Where(n => n.PatientId == order.PatientId).Select(n => new { n.AccountId, n.Kind }).ToListAsync());
        Assert.Equal(
            new[] { (orderer.AccountId, NotificationKind.CriticalResult), (reader, NotificationKind.CorrectedResult), (visiting.Id, NotificationKind.CorrectedResult), (prescribing.Id, NotificationKind.CorrectedResult) }.Order(),
            told.Select(n => (n.AccountId, n.Kind)).Order());
        Assert.DoesNotContain(told, n => n.AccountId == stranger.Id);
    }

    [Fact]
    public async Task A_cancelled_test_is_not_charged()
    {
        var order = await AnOrder();
        await (await Technician.Open(Path(order, $"orders/{order.Id}/collect"))).Submit(("Input.IdentityChecked", "true"));

        await (await Technician.Open(Path(order, $"tests/{order.Items[0].Id}/cancel"))).Submit(("Input.Reason", "Ordered twice"));

        Assert.Equal(LabItemStatus.Cancelled, (await Fresh(order)).Items.Single().Status);
        Assert.True((await App.UsingDb(db => db.Charges.SingleAsync(c => c.PatientId == order.PatientId))).IsCancelled);
    }

    private async Task<Account> ADoctor(string name)
    {
        var doctor = Given.Doctor(name);
        await App.Save(doctor);
        var account = new Account { UserName = doctor.LicenceNumber, DisplayName = doctor.DisplayName, PractitionerId = doctor.Id };
        await App.Save(account);
        return account;
    }
}

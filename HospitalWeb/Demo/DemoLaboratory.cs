using HospitalWeb.Data.Billing;
using HospitalWeb.Data.Laboratory;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Billing;
using HospitalWeb.Domain.Laboratory;
using HospitalWeb.Domain.Patients;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Demo;

/// <summary>Laboratory orders at every step of their way, with values in and out of range, one of them critical.</summary>
internal sealed class DemoLaboratory(DemoKit kit, DemoCrew crew, DemoClinic clinic)
{
    private static readonly LabItemStatus[] NowOnTheBench =
        [LabItemStatus.Ordered, LabItemStatus.Ordered, LabItemStatus.Collected, LabItemStatus.Received, LabItemStatus.InProgress, LabItemStatus.Resulted, LabItemStatus.Verified, LabItemStatus.Rejected, LabItemStatus.Cancelled, LabItemStatus.Corrected];

    private List<LabTest> catalogue = [];

    public async Task RunAsync(IReadOnlyList<Patient> patients)
    {
        catalogue = await kit.Db.LabTests.Include(t => t.Analytes.OrderBy(a => a.Position)).ToListAsync();
        var visits = clinic.Seen.Where(visit => visit.Story.Tests.Length > 0).OrderByDescending(visit => visit.EndedAt).ToList();
        List<(LabOrder Order, LabItemStatus Until, DateTimeOffset At)> orders = [];
        foreach (var (visit, index) in visits.Select((visit, index) => (visit, index)))
            orders.Add((Place(visit), index < NowOnTheBench.Length ? NowOnTheBench[index] : LabItemStatus.Released, visit.EndedAt.AddMinutes(-10)));
        await BringAsync(orders);
        await CriticalAsync(visits[0]);
    }

    private LabOrder Place(DemoVisit visit)
    {
        var tests = visit.Story.Tests.Select(code => catalogue.Single(test => test.Code == code)).ToList();
        var order = LabOrder.Place(visit.Encounter.Patient, visit.Encounter, visit.Doctor.Practitioner, kit.Between(1, 6) == 1 ? Urgency.Urgent : Urgency.Routine, visit.Story.Impression, tests, visit.Doctor.At(visit.EndedAt.AddMinutes(-10)));
        kit.Add(order);
        return order;
    }

    private async Task CriticalAsync(DemoVisit visit)
    {
        var at = kit.MinutesAgo(50);
        var order = LabOrder.Place(visit.Encounter.Patient, visit.Encounter, visit.Doctor.Practitioner, Urgency.Stat, "Palpitations", [catalogue.Single(test => test.Code == "K")], visit.Doctor.At(at));
        kit.Add(order);
        await BringAsync([(order, LabItemStatus.Received, at)]);
        var item = order.Items[0];
        item.Enter([(item.LabTest!.Analytes[0], ResultValue.Of(6.9m))], kit.Day(at), crew.Bench.At(at.AddMinutes(20)));
        foreach (var critical in item.Verify(new(), crew.SecondBench.At(at.AddMinutes(25)))) kit.Db.AddRange(ResultAlert.Critical(critical, [visit.Doctor.Account.Id], at.AddMinutes(25)));
        item.Release(crew.SecondBench.At(at.AddMinutes(26)));
        await kit.SaveAsync();
    }

    // Each step for all orders at once: the label of a tube is known once the tube is saved.
    private async Task BringAsync(List<(LabOrder Order, LabItemStatus Until, DateTimeOffset At)> orders)
    {
        await kit.SaveAsync();
        foreach (var (order, _, at) in orders.Where(o => o.Until == LabItemStatus.Cancelled))
            foreach (var item in order.Items) item.Cancel("Ordered twice.", crew.Doctors[0].At(at.AddMinutes(4)));

        var going = orders.Where(o => o.Until is not (LabItemStatus.Ordered or LabItemStatus.Cancelled)).ToList();
        foreach (var (order, _, at) in going) await CollectAsync(order, crew.Nurse.At(at.AddMinutes(3)));
        await kit.SaveAsync();

        foreach (var (order, until, at) in going.Where(o => o.Until != LabItemStatus.Collected))
        {
            foreach (var tube in order.Specimens.ToList()) Receive(tube, until == LabItemStatus.Rejected, at.AddMinutes(13));
            if (until is not (LabItemStatus.Received or LabItemStatus.Rejected)) foreach (var item in order.Items) Work(item, until, at.AddMinutes(23));
        }
        await kit.SaveAsync();
    }

    private Task CollectAsync(LabOrder order, Stamp by)
    {
        foreach (var tube in order.Collect([.. order.Items.Select(item => item.SpecimenKind).Distinct()], by)) kit.Add(tube);
        return clinic.Charges.RaiseAsync([.. order.Items.Select(item => new BillableAct(ChargeSource.LabTest, item.Id, order.Patient.Id, order.Encounter?.Id, item.LabTest!.PriceCode, 1, item.Test.Display))], by);
    }

    private void Receive(Specimen tube, bool spoilt, DateTimeOffset at)
    {
        if (spoilt) tube.Reject("Haemolysed: the cells have burst.", crew.Bench.At(at));
        else tube.Receive(HumanNumber.Of(tube), crew.Bench.At(at));
    }

    private void Work(LabOrderItem item, LabItemStatus until, DateTimeOffset at)
    {
        var analytes = until == LabItemStatus.InProgress ? item.LabTest!.Analytes.Take(1).ToList() : item.LabTest!.Analytes;
        item.Enter([.. analytes.Select(analyte => (analyte, Value(analyte, item.Order.Patient)))], kit.Day(at), crew.Bench.At(at));
        if (until is LabItemStatus.InProgress or LabItemStatus.Resulted || item.Status != LabItemStatus.Resulted) return;

        item.Verify(new(), crew.SecondBench.At(at.AddMinutes(5)));
        if (until == LabItemStatus.Verified) return;

        item.Release(crew.SecondBench.At(at.AddMinutes(6)));
        if (until != LabItemStatus.Corrected) return;

        var wrong = item.Results[0];
        item.Correct(wrong, analytes[0], Value(analytes[0], item.Order.Patient), "The specimen was measured again after a fault of the analyser.", kit.Day(at), crew.Bench.At(at.AddMinutes(8)));
        item.Verify(new(), crew.SecondBench.At(at.AddMinutes(9)));
    }

    // Mostly within its range; every fifth number a little above.
    private ResultValue Value(Analyte analyte, Patient patient)
    {
        if (analyte.Kind != AnalyteKind.Number) return analyte.Read(analyte.UsualChoices.Concat(analyte.Choices).FirstOrDefault() ?? "Nothing abnormal");

        var range = analyte.RangeFor(patient.Sex, patient.BirthDate is { } born ? kit.Today.DayNumber - born.DayNumber : null);
        range ??= analyte.Ranges.FirstOrDefault();
        var low = range?.Low ?? analyte.PossibleLow ?? 0;
        var high = range?.High ?? low * 1.5m + 1;
        var share = kit.Between(1, 5) == 1 ? 1.08m : kit.Between(15, 85) / 100m;
        return analyte.Read(analyte.Format(low + (high - low) * share));
    }
}

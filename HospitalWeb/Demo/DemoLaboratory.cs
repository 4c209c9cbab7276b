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
        catalogue = await kit.Db.LabTests.Include(t => t.Analytes.OrderBy(a => a.Position)).ThenInclude(a => a.Ranges).ToListAsync();
        var visits = clinic.Seen.Where(visit => visit.Story.Tests.Length > 0).OrderByDescending(visit => visit.EndedAt).ToList();
        foreach (var (visit, index) in visits.Select((visit, index) => (visit, index)))
            await OrderAsync(visit, index < NowOnTheBench.Length ? NowOnTheBench[index] : LabItemStatus.Released);
        await CriticalAsync(visits[0]);
    }

    private async Task OrderAsync(DemoVisit visit, LabItemStatus until)
    {
        var at = visit.EndedAt.AddMinutes(-10);
        var tests = visit.Story.Tests.Select(code => catalogue.Single(test => test.Code == code)).ToList();
        var order = LabOrder.Place(visit.Encounter.Patient, visit.Encounter, visit.Doctor.Practitioner, until == LabItemStatus.Received ? Urgency.Urgent : Urgency.Routine, visit.Story.Impression, tests, visit.Doctor.At(at));
        kit.Db.Add(order);
        await kit.SaveAsync();
        await BringAsync(order, until, at.AddMinutes(3));
    }

    private async Task CriticalAsync(DemoVisit visit)
    {
        var at = kit.MinutesAgo(50);
        var order = LabOrder.Place(visit.Encounter.Patient, visit.Encounter, visit.Doctor.Practitioner, Urgency.Stat, "Palpitations", [catalogue.Single(test => test.Code == "K")], visit.Doctor.At(at));
        kit.Db.Add(order);
        await kit.SaveAsync();
        await BringAsync(order, LabItemStatus.Received, at.AddMinutes(5));
        var item = order.Items[0];
        item.Enter([(item.LabTest!.Analytes[0], ResultValue.Of(6.9m))], kit.Day(at), crew.Bench.At(at.AddMinutes(20)));
        foreach (var critical in item.Verify(new(), crew.SecondBench.At(at.AddMinutes(25)))) kit.Db.AddRange(ResultAlert.Critical(critical, [visit.Doctor.Account.Id], at.AddMinutes(25)));
        item.Release(crew.SecondBench.At(at.AddMinutes(26)));
        await kit.SaveAsync();
    }

    private async Task BringAsync(LabOrder order, LabItemStatus until, DateTimeOffset at)
    {
        if (until == LabItemStatus.Cancelled) foreach (var item in order.Items) item.Cancel("Ordered twice.", crew.Doctors[0].At(at));
        if (until is LabItemStatus.Ordered or LabItemStatus.Cancelled)
        {
            await kit.SaveAsync();
            return;
        }

        var tubes = order.Collect([.. order.Items.Select(item => item.SpecimenKind).Distinct()], crew.Nurse.At(at));
        await clinic.Charges.RaiseAsync([.. order.Items.Select(item => new BillableAct(ChargeSource.LabTest, item.Id, order.Patient.Id, order.Encounter?.Id, item.LabTest!.PriceCode, 1, item.Test.Display))], crew.Nurse.At(at));
        await kit.SaveAsync();
        if (until != LabItemStatus.Collected) foreach (var tube in tubes) Receive(tube, until == LabItemStatus.Rejected, at.AddMinutes(10));
        if (until is not (LabItemStatus.Collected or LabItemStatus.Received or LabItemStatus.Rejected)) foreach (var item in order.Items) Work(item, until, at.AddMinutes(20));
        await kit.SaveAsync();
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
        var (low, high) = (range?.Low ?? 0, range?.High ?? (range?.Low ?? 1) * 1.5m);
        var share = kit.Between(1, 5) == 1 ? 1.08m : kit.Between(15, 85) / 100m;
        return analyte.Read(analyte.Format(low + (high - low) * share));
    }
}

using System.Net;
using HospitalWeb.Data.Billing;
using HospitalWeb.Data.Pharmacy;
using HospitalWeb.Data.Prescribing;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Billing;
using HospitalWeb.Domain.Prescribing;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Areas.Pharmacy;

public sealed class DispensingTests(HospitalApp app) : PageTest(app)
{
    [Fact]
    public async Task The_pharmacist_dispenses_from_two_batches_and_ledger_and_charge_follow()
    {
        var (prescription, medication) = await Signed();
        await Shelve(medication, (10, 30), (50, 300));
        var form = await As(Role.Pharmacist).Open(Page(prescription));

        var done = await form.Submit();

        Assert.Contains("Dispensed: 21 capsules amoxicillin.", done.Notice, StringComparison.Ordinal);
        var batches = await App.UsingDb(db => db.StockBatches.Where(b => b.MedicationId == medication.Id).OrderBy(b => b.ExpiresOn).Select(b => b.QuantityOnHand).ToListAsync());
        Assert.Equal([0m, 39m], batches);
        Assert.Equal(39m, await App.UsingDb(db => db.StockMovements.Where(m => m.MedicationId == medication.Id).SumAsync(m => m.Quantity)));
        var charge = await App.UsingDb(db => db.Charges.SingleAsync(c => c.SourceKind == ChargeSource.Dispense && c.PatientId == prescription.PatientId));
        Assert.Equal(("amoxicillin 500 mg, 21 capsules", new Money(5.25m, new("GBP"))), (charge.Description, charge.Amount));
        Assert.Equal(PrescriptionStatus.Dispensed, await App.UsingDb(db => db.Prescriptions.Where(p => p.Id == prescription.Id).Select(p => p.Status).SingleAsync()));
    }

    [Fact]
    public async Task Whoever_signed_it_gives_nothing_out_although_the_role_may()
    {
        var (prescription, medication) = await Signed();
        await Shelve(medication, (50, 300));

        var refused = await (await As(Role.Pharmacist, account: prescription.Signed!.AccountId).Open(Page(prescription))).Submit();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("You signed this prescription yourself", refused.Errors, StringComparison.Ordinal);
        Assert.Equal(50m, await App.UsingDb(db => db.StockBatches.Where(b => b.MedicationId == medication.Id).SumAsync(b => b.QuantityOnHand)));
    }

    [Fact]
    public async Task A_part_leaves_the_rest_in_the_queue()
    {
        var (prescription, medication) = await Signed();
        await Shelve(medication, (50, 300));

        await (await As(Role.Pharmacist).Open(Page(prescription))).Submit(("Input.Portions[0].Quantity", "6"));

        var again = await As(Role.Pharmacist).Open(Page(prescription));
        Assert.Contains("Due now 15 capsules", again.Main, StringComparison.Ordinal);
        var refused = await again.Submit(("Input.Portions[0].Quantity", "16"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Only 15 capsules remain", refused.Errors, StringComparison.Ordinal);
        Assert.Contains(HumanNumber.Of(prescription), (await As(Role.Pharmacist).Open("/pharmacy")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_later_batch_needs_a_reason_and_an_expired_one_has_no_box()
    {
        var (prescription, medication) = await Signed();
        await Shelve(medication, (50, 0), (50, 30), (50, 300));
        App.Clock.Now = Given.Now.AddDays(1);
        try
        {
            var form = await As(Role.Pharmacist).Open(Page(prescription));
            Assert.Contains("Cannot be dispensed", form.Main, StringComparison.Ordinal);

            var refused = await form.Submit(("Input.Portions[1].Quantity", "0"), ("Input.Portions[2].Quantity", "21"));
            Assert.Contains("Say why a later one is taken.", refused.Errors, StringComparison.Ordinal);
            var forced = await form.Submit(("Input.Portions[0].Quantity", "21"), ("Input.Portions[1].Quantity", "0"));
            Assert.Contains("expired on 02-Mar-2026 and cannot be dispensed.", forced.Errors, StringComparison.Ordinal);

            var done = await form.Submit(("Input.Portions[1].Quantity", "0"), ("Input.Portions[2].Quantity", "21"), ("Input.LaterBatchReason", "The earlier box is damaged."));
            Assert.Contains("The earlier box is damaged.", done.Main, StringComparison.Ordinal);
        }
        finally
        {
            App.Clock.Now = Given.Now;
        }
    }

    [Fact]
    public async Task The_same_form_sent_twice_dispenses_once()
    {
        var (prescription, medication) = await Signed();
        await Shelve(medication, (50, 300));
        var form = await As(Role.Pharmacist).Open(Page(prescription));

        var first = form.Submit(("Input.Portions[0].Quantity", "5"));
        var second = form.Submit(("Input.Portions[0].Quantity", "5"));
        await Task.WhenAll(first, second);
        await form.Submit(("Input.Portions[0].Quantity", "5"));

        Assert.Equal(1, await App.UsingDb(db => db.Dispenses.CountAsync(d => d.PrescriptionId == prescription.Id)));
        Assert.Equal(45m, await App.UsingDb(db => db.StockBatches.Where(b => b.MedicationId == medication.Id).SumAsync(b => b.QuantityOnHand)));
    }

    [Fact]
    public async Task An_allergy_recorded_after_signing_stops_the_pharmacist()
    {
        var (prescription, medication) = await Signed();
        await Shelve(medication, (50, 300));
        await App.UsingDb(async db =>
        {
            var patient = await db.Set<HospitalWeb.Domain.Patients.Patient>().SingleAsync(p => p.Id == prescription.PatientId);
            patient.RecordAllergy(Given.Allergy("Penicillin", "Anaphylaxis"));
            await db.SaveChangesAsync();
        });

        var refused = await (await As(Role.Pharmacist).Open(Page(prescription))).Submit();

        Assert.Contains("This became known after the prescription was signed. Ask Dr A Patel", refused.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_queue_asks_the_database_three_times_at_most()
    {
        await Signed();
        var pharmacist = As(Role.Pharmacist);
        await pharmacist.Open("/pharmacy");

        Assert.InRange(await CommandsOf(() => pharmacist.Open("/pharmacy")), 1, 4);
    }

    [Fact]
    public async Task A_draft_is_not_seen_in_the_pharmacy()
    {
        var draft = Given.Draft(Given.NotAllergic(), Given.Doctor(), Given.Amoxicillin());
        await App.Save(draft);

        Assert.Equal(HttpStatusCode.NotFound, (await As(Role.Pharmacist).Open($"/pharmacy/patients/{draft.PatientId}/prescriptions/{draft.Id}")).Status);
    }

    private async Task<(Prescription, Medication)> Signed()
    {
        var medication = Given.Amoxicillin();
        var prescription = Given.Signed(Given.NotAllergic(), Given.Doctor(), medication);
        await App.Save(prescription);
        return (prescription, medication);
    }

    // Batches with so much on hand that expire in so many days.
    private Task Shelve(Medication medication, params (decimal Quantity, int Days)[] batches) => App.UsingDb(db =>
    {
        db.Attach(medication);
        db.AddRange(batches.Select(b => Given.Goods(medication, b.Quantity, Given.Today.AddDays(b.Days))));
        return db.SaveChangesAsync();
    });

    private static string Page(Prescription p) => $"/pharmacy/patients/{p.PatientId}/prescriptions/{p.Id}/items/{p.Items[0].Id}/dispense";
}

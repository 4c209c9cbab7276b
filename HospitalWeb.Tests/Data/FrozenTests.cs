using HospitalWeb.Domain.Billing;
using HospitalWeb.Domain.Pharmacy;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Data;

/// <summary>What somebody vouched for by name stays as it was, even for those who have the database in hand.</summary>
public sealed class FrozenTests(HospitalApp app) : PageTest(app)
{
    private static int bills;

    [Theory]
    [InlineData("UPDATE \"Bill\" SET \"Total_Amount\" = 1", "An issued bill stays"), InlineData("UPDATE \"Bill\" SET \"Number\" = NULL", "An issued bill stays"), InlineData("UPDATE \"Bill\" SET \"Issued_Name\" = 'x'", "An issued bill stays")]
    [InlineData("DELETE FROM \"Bill\"", "An issued bill stays")]
    [InlineData("UPDATE \"BillLine\" SET \"Amount_Amount\" = 1", "A line of an issued bill"), InlineData("UPDATE \"BillLine\" SET \"Description\" = 'x'", "A line of an issued bill"), InlineData("DELETE FROM \"BillLine\"", "A line of an issued bill")]
    [InlineData("UPDATE \"BillLine\" SET \"BillId\" = b.\"Id\" FROM \"Bill\" b WHERE b.\"Number\" IS NOT NULL AND \"BillLine\".\"BillId\" IN (SELECT d.\"Id\" FROM \"Bill\" d WHERE d.\"Number\" IS NULL)", "A line of an issued bill")]
    [InlineData("INSERT INTO \"BillLine\" (\"Id\", \"ChargeId\", \"Position\", \"Description\", \"Quantity\", \"BillId\", \"Version\", \"Discount_Amount\", \"Discount_Currency\") SELECT l.\"ChargeId\", l.\"ChargeId\", 9, 'x', 1, l.\"BillId\", l.\"Version\", 0, 'GBP' FROM \"BillLine\" l JOIN \"Bill\" b ON b.\"Id\" = l.\"BillId\" WHERE b.\"Number\" IS NOT NULL", "A line of an issued bill")]
    [InlineData("UPDATE \"Receipt\" SET \"Day\" = '2020-01-01'", "Money that was taken"), InlineData("DELETE FROM \"Receipt\"", "Money that was taken")]
    [InlineData("UPDATE \"Payment\" SET \"Amount_Amount\" = 1", "Money that was taken"), InlineData("UPDATE \"Payment\" SET \"Refunded_Amount\" = 0", "Money that was taken"), InlineData("DELETE FROM \"Payment\"", "Money that was taken")]
    [InlineData("UPDATE \"Refund\" SET \"Amount_Amount\" = 1", "Money that was taken"), InlineData("DELETE FROM \"Refund\"", "Money that was taken")]
    [InlineData("UPDATE \"Credit\" SET \"Reason\" = 'x'", "Money that was taken"), InlineData("DELETE FROM \"Credit\"", "Money that was taken")]
    public async Task A_bill_and_its_money_cannot_be_changed(string sql, string sentence)
    {
        var patient = Given.Patient();
        await App.Save(patient);
        var number = 7000 + Interlocked.Increment(ref bills);
        await App.Save(Given.ADraft(patient, 10));
        await App.IssuedAsync(Given.ADraft(patient, 60, 40), number, bill =>
        {
            var receipt = bill.Take([new(PaymentMethod.Card, Given.Pounds(50))], number, Given.Today, Given.Clerk);
            bill.Refund(receipt.Payments[0], Given.Pounds(10), "Paid twice", number, Given.Today, Given.Clerk);
            bill.GiveCredit(Given.Pounds(5), "Waited long", number, Given.Clerk);
        });

        await Refused(sql, sentence);
    }

    [Theory]
    [InlineData("UPDATE \"LabResult\" SET \"NumericValue\" = 1"), InlineData("UPDATE \"LabResult\" SET \"Flag\" = 'HH'"), InlineData("UPDATE \"LabResult\" SET \"Analyte_Display\" = 'x'")]
    [InlineData("UPDATE \"LabResult\" SET \"Verified_Name\" = 'x'"), InlineData("UPDATE \"LabResult\" SET \"Entered_At\" = '2020-01-01T00:00:00Z'"), InlineData("UPDATE \"LabResult\" SET \"Verified_At\" = NULL"), InlineData("DELETE FROM \"LabResult\"")]
    public async Task A_verified_result_cannot_be_changed(string sql)
    {
        var order = Given.ALabOrder(Given.Patient());
        Given.AReleasedItem(order, 4);
        await App.Save(order);

        await Refused(sql, "A verified result stays");
    }

    [Theory]
    [InlineData("UPDATE \"Prescription\" SET \"Note\" = 'x'", "A signed prescription"), InlineData("UPDATE \"Prescription\" SET \"Status\" = 'Draft'", "A signed prescription"), InlineData("UPDATE \"Prescription\" SET \"Signed_Name\" = 'x'", "A signed prescription")]
    [InlineData("UPDATE \"PrescriptionItem\" SET \"Quantity\" = 900", "A medicine of a signed prescription"), InlineData("UPDATE \"PrescriptionItem\" SET \"QuantityUnit\" = 'x'", "A medicine of a signed prescription"), InlineData("DELETE FROM \"PrescriptionItem\"", "A medicine of a signed prescription")]
    public async Task A_signed_prescription_cannot_be_changed(string sql, string sentence)
    {
        await App.Save(Given.Signed(Given.NotAllergic(), Given.Doctor(), Given.Medication()));

        await Refused(sql, sentence);
    }

    [Theory]
    [InlineData("UPDATE \"Dispense\" SET \"Quantity\" = 900"), InlineData("DELETE FROM \"Dispense\"")]
    public async Task What_was_dispensed_cannot_be_changed(string sql)
    {
        var (patient, medication) = (Given.NotAllergic(), Given.Amoxicillin());
        var prescription = Given.Signed(patient, Given.Doctor(), medication);
        var goods = Given.Goods(medication, 10);
        await App.Save(prescription, goods, Dispense.Of(prescription, prescription.Items[0], [goods.Batch], [new(goods.Batch, 1)], null, [], Given.By("Phil"), Given.Today));

        await Refused(sql, "What was dispensed stays");
    }

    private async Task Refused(string sql, string sentence)
    {
        var refusal = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => App.UsingDb(db => db.Database.ExecuteSqlRawAsync(sql)));

        Assert.Contains(sentence, refusal.Message, StringComparison.Ordinal);
    }
}

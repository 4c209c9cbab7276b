using HospitalWeb.Data.Billing;
using HospitalWeb.Domain.Billing;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Areas.Billing;

/// <summary>A patient with charges, and what became of the bills in the database.</summary>
public abstract class BillingTest(HospitalApp app) : PageTest(app)
{
    protected Browser Clerk => As(Role.BillingClerk);

    protected async Task<Patient> APatient(string family = "Smith")
    {
        var patient = Given.Patient(family);
        await App.Save(patient);
        return patient;
    }

    /// <summary>Issued by the pages' own series, so that numbers stay without gaps.</summary>
    protected async Task<Bill> AnIssuedBill(Patient patient, params decimal[] prices)
    {
        var bill = Given.ADraft(patient, prices);
        await App.UsingDb(async db =>
        {
            db.Bills.Add(bill);
            await db.SaveChangesAsync();
            await db.NumberedAsync(Bill.Prefix, number =>
            {
                bill.Issue(number, Given.Clerk);
                return Task.FromResult<Bill?>(bill);
            });
        });
        return bill;
    }

    protected static string Of(Bill bill, string deed = "") => $"/billing/patients/{bill.PatientId}/bills/{bill.Id}{deed}";

    protected Task<Bill> Fresh(Bill bill) => App.UsingDb(db => db.Bills.Whole().AsSplitQuery().SingleAsync(b => b.Id == bill.Id));
}

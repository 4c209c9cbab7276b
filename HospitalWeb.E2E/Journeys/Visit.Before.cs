using HospitalWeb.Data.Billing;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Billing;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Prescribing;
using HospitalWeb.Interop.Fhir;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.E2E.Journeys;

/// <summary>What was there before the visit: goods, prices and the patient.</summary>
public sealed partial class Visit
{
    private async Task StockAndPricesAsync()
    {
        var today = DateOnly.FromDateTime(journey.App.Clock.Now.Date);
        await journey.App.UsingDb(async db =>
        {
            foreach (var medication in await db.Set<Medication>().Where(m => m.GenericName == "doxycycline").ToListAsync())
                db.Add(Given.Goods(medication, 500, today.AddYears(1)));
            db.AddRange(PriceListFile.Read().Select(row => new Service { Code = row.Code, Name = row.Name, Price = new Money(row.DemoPrice, new("GBP")), EffectiveFrom = today.AddYears(-1) }));
            await db.SaveChangesAsync();
        });
    }

    /// <summary>A whole imported life, where the sample data lies beside the checkout.</summary>
    private async Task<Patient?> ImportedPatientAsync()
    {
        var folder = Path.Combine(TestServer.Repository, "..", "shared", "data", "synthea-ca-2022", "fhir");
        if (!Directory.Exists(folder)) return null;

        var files = Directory.GetFiles(folder).Where(file => Path.GetFileName(file).StartsWith("Aurea194", StringComparison.Ordinal) || file.Contains("nformation", StringComparison.Ordinal)).ToArray();
        var import = new FhirImport(journey.App.Services.GetRequiredService<IServiceScopeFactory>(), journey.App.Clock) { Output = TextWriter.Null };
        Assert.Equal(0, await import.RunAsync(files, CancellationToken.None));
        return await journey.App.UsingDb(db => db.Patients.SingleAsync(p => p.FamilyName.StartsWith("McGlynn")));
    }

    private async Task<Patient> RegisteredPatientAsync()
    {
        var registered = Given.Patient("Farías", "María", Sex.Female);
        await journey.App.Save(registered);
        return registered;
    }
}

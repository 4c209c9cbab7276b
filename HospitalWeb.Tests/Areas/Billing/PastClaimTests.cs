using HospitalWeb.Domain;
using HospitalWeb.Domain.Billing;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Domain.Staff;
using HospitalWeb.Tests.Support;

namespace HospitalWeb.Tests.Areas.Billing;

public sealed class PastClaimTests(HospitalApp app) : BillingTest(app)
{
    [Fact]
    public async Task What_was_claimed_elsewhere_is_told_with_payer_and_place_and_owed_by_nobody()
    {
        var patient = Given.Patient();
        var visit = new Encounter { Patient = patient, Class = EncounterClass.OutpatientVisit, StartedAt = Given.Now.AddYears(-1), ImportedFrom = "test/claimed", TookPlaceAt = new OutsideOrganization { Name = "City Hospital" } }.AsHistory(EncounterStatus.Completed, Given.Now.AddYears(-1));
        await App.Save(visit);
        await App.Save(AClaim(patient.Id, 129.16m, "Humana", visit.Id));

        var account = await Clerk.Open($"/billing/patients/{patient.Id}");

        Assert.Contains("02-Mar-2025 Humana Professional City Hospital $129.16", account.Main);
        Assert.Contains("Still to pay on bills £0.00", account.Main);
    }

    [Fact]
    public async Task Claims_of_one_instant_go_on_over_the_page_without_gap_or_repeat()
    {
        var patient = await APatient();
        await App.Save([.. Enumerable.Range(1, 30).Select(n => AClaim(patient.Id, n))]);

        var first = await Clerk.Open($"/billing/patients/{patient.Id}");
        var all = first.Texts("[data-label=Total]").Concat((await first.Click("Older claims")).Texts("[data-label=Total]")).ToList();

        Assert.Equal(30, all.Count);
        Assert.Equal(30, all.Distinct().Count());
    }

    private static PastClaim AClaim(Guid patientId, decimal total, string? payer = null, Guid? visitId = null) => new()
    {
        PatientId = patientId, EncounterId = visitId, Kind = "professional", Payer = payer, BilledAt = Given.Now.AddYears(-1), Total = new(total, new Currency("USD")), ImportedFrom = $"test/{Guid.NewGuid()}",
    };
}

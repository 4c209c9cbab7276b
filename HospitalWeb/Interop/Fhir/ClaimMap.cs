using HospitalWeb.Domain.Billing;
using HospitalWeb.Domain.Encounters;

namespace HospitalWeb.Interop.Fhir;

internal static class ClaimMap
{
    private const int CurrencyCodeLength = 3;

    public static PastClaim Claim(Chart chart, Resource resource, string key)
    {
        var json = resource.Json;
        if (json.Text("status") is "entered-in-error" or "cancelled" or "draft") throw new Skip($"it is {json.Text("status")}");
        var encounter = json.All("item").Select(item => chart.Find<Encounter>(resource, item, "encounter")).FirstOrDefault(found => found is not null);
        return new()
        {
            ImportedFrom = key,
            PatientId = chart.Patient(resource).Id,
            EncounterId = encounter?.Id,
            Kind = json.Text(PastClaim.KindMaxLength, "type", "coding", "code") ?? "claim",
            Payer = json.Text(PastClaim.PayerMaxLength, "insurance", "coverage", "display") ?? json.Text(PastClaim.PayerMaxLength, "insurer", "display"),
            BilledAt = json.At(chart.Zone, "created") ?? throw new Skip("it does not say when"),
            Total = new(json.Number("total", "value") ?? throw new Skip("it has no total"), new(Currency(json.Text("total", "currency")))),
        };
    }

    private static string Currency(string? code) => code is null ? throw new Skip("its total has no currency")
        : code.Length == CurrencyCodeLength ? code.ToUpperInvariant() : throw new Malformed($"“{code}” is not a currency.");
}

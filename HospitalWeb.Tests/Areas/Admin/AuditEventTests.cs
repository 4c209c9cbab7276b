using System.Text;
using System.Text.Json;
using HospitalWeb.Audit;
using HospitalWeb.Data.Audit;
using HospitalWeb.Domain.Audit;
using HospitalWeb.Interop.Fhir;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using HospitalWeb.Web;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Areas.Admin;

/// <summary>The trail as FHIR AuditEvents: what R4 asks of each, and what IHE asks of one about a patient who was read.</summary>
public sealed class AuditEventTests(HospitalApp app) : PageTest(app)
{
    [Fact]
    public async Task Whoever_read_a_patient_stands_there_as_IHE_wants_it()
    {
        var patient = Given.Patient("Audited");
        await App.Save(patient);
        await As(Role.Nurse).Open($"/nurse/patients/{patient.Id}");

        var number = App.Services.GetRequiredService<WordSeal>().Seal(HospitalWeb.Domain.HumanNumber.Of(patient))!;
        var read = Assert.Single(await ExportAsync($"Filter.Patient={Uri.EscapeDataString(number)}&Filter.Action=Read"));

        Assert.Equal(AuditEvents.PatientRead, read.GetProperty("meta").GetProperty("profile")[0].GetString());
        Assert.Equal(("rest", "read", "R", "0"), (Code(read, "type"), Code(read.GetProperty("subtype")[0]), read.GetProperty("action").GetString(), read.GetProperty("outcome").GetString()));
        var user = Assert.Single(Agents(read, "IRCP"));
        Assert.Equal(("Test Nurse", HeaderSignIn.AccountOf(Role.Nurse).ToString(), "Nurse", true), (user.GetProperty("name").GetString(), user.GetProperty("who").GetProperty("identifier").GetProperty("value").GetString(), user.GetProperty("role")[0].GetProperty("text").GetString(), user.GetProperty("requestor").GetBoolean()));
        // The server is the source of what is read and must be named with its address.
        Assert.Equal("5", Assert.Single(Agents(read, "110153")).GetProperty("network").GetProperty("type").GetString());
        var entities = read.GetProperty("entity").EnumerateArray().ToList();
        Assert.Equal($"Patient/{patient.Id}", Assert.Single(entities, e => Code(e, "type") == "1" && Code(e, "role") == "1").GetProperty("what").GetProperty("reference").GetString());
        Assert.Single(entities, e => Code(e, "type") == "2" && Code(e, "role") == "4");
    }

    [Fact]
    public async Task Every_entry_of_every_kind_has_what_R4_asks_for()
    {
        foreach (var action in Enum.GetValues<AuditAction>())
            foreach (var outcome in Enum.GetValues<AuditOutcome>()) await App.UsingDb(db => { db.Record(action, "Thing", "7", outcome: outcome, reason: "\"quoted\"\nand more"); return db.SaveChangesAsync(); });
        var count = await App.UsingDb(db => db.AuditEntries.CountAsync());

        var events = await ExportAsync("");

        // Taking the file is an entry, and stands in it as the first.
        Assert.Equal(count + 1, events.Count);
        Assert.Equal(("110106", "AuditTrail"), (Code(events[0], "type"), events[0].GetProperty("entity")[0].GetProperty("what").GetProperty("display").GetString()));
        Assert.NotEmpty(Encoding.UTF8.GetString(events[0].GetProperty("entity")[0].GetProperty("query").GetBytesFromBase64()));
        Assert.All(events, e =>
        {
            Assert.Equal("AuditEvent", e.GetProperty("resourceType").GetString());
            Assert.NotEmpty(Code(e, "type"));
            Assert.EndsWith("Z", e.GetProperty("recorded").GetString(), StringComparison.Ordinal);
            Assert.Contains(e.GetProperty("action").GetString(), new[] { "C", "R", "U", "D", "E" });
            Assert.Contains(e.GetProperty("outcome").GetString(), new[] { "0", "4", "8" });
            Assert.NotEmpty(e.GetProperty("source").GetProperty("observer").GetProperty("display").GetString()!);
            Assert.Single(e.GetProperty("agent").EnumerateArray(), agent => agent.GetProperty("requestor").GetBoolean());
        });
        Assert.Equal(events.Count, events.Select(e => e.GetProperty("id").GetString()).Distinct().Count());
    }

    private async Task<List<JsonElement>> ExportAsync(string filter)
    {
        using var answer = await As(Role.Auditor).Client.GetAsync($"/admin/audit/export?As=Fhir&{filter}");
        Assert.Equal("application/fhir+ndjson", answer.Content.Headers.ContentType!.MediaType);
        return [.. (await answer.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }

    private static IEnumerable<JsonElement> Agents(JsonElement e, string type) => e.GetProperty("agent").EnumerateArray().Where(agent => agent.GetProperty("type").GetProperty("coding")[0].GetProperty("code").GetString() == type);

    private static string Code(JsonElement element, string property) => Code(element.GetProperty(property));

    private static string Code(JsonElement coding) => coding.GetProperty("code").GetString()!;
}

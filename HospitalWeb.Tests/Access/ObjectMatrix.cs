using System.Net;
using System.Text.RegularExpressions;
using HospitalWeb.Data;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using HospitalWeb.Web.Filters;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Access;

/// <summary>One request for something under a patient whose it is not. It must be answered like the same request for an id that nobody has.</summary>
internal sealed record Trespass(Role Role, string Method, string Path, string PathOfNobody, Guid Patient, (string Name, string Value)? Field, (string Name, string Value)? FieldOfNobody, Guid Foreign)
{
    public override string ToString() => $"{Method} {Path} {Field?.Name} as {Role}";
}

/// <summary>Every page and form that names something of one patient, asked for what is another's.</summary>
internal sealed partial class ObjectMatrix(HospitalApp app)
{
    private const int OfEachKind = 3;

    /// <summary>What an id stands for, by the word before it in the address.</summary>
    private static readonly Dictionary<string, string> KindAfter = new()
    {
        ["appointments"] = "Appointment", ["visits"] = "Encounter", ["admissions"] = "Admission",
        ["allergies"] = "Allergy", ["flags"] = "PatientFlag", ["problems"] = "Condition", ["vitals"] = "VitalSigns", ["notes"] = "ClinicalNote", ["diagnoses"] = "Diagnosis",
        ["prescriptions"] = "Prescription", ["new"] = "Prescription", ["items"] = "PrescriptionItem",
        ["orders"] = "LabOrder", ["lab-orders"] = "LabOrder", ["results"] = "LabOrder", ["specimens"] = "Specimen", ["tests"] = "LabOrderItem",
        ["bills"] = "Bill", ["payments"] = "Payment", ["receipts"] = "Receipt", ["charges"] = "Charge",
    };

    /// <summary>Fields of forms that name something by its id.</summary>
    private static readonly Dictionary<string, (string Field, string Kind)> KindOfField = new()
    {
        ["/doctor/patients/{patientId:guid}/results?handler=Read"] = ("item", "LabOrderItem"),
        ["/doctor/patients/{patientId:guid}/prescriptions/{prescriptionId:guid}?handler=Remove"] = ("itemId", "PrescriptionItem"),
        ["/doctor/patients/{patientId:guid}/care-team?handler=End"] = ("member", "CareTeamMember"),
        ["/lab/patients/{patientId:guid}/tests/{itemId:guid}/correct"] = ("Input.Result", "LabResult"),
    };

    /// <summary>What else the form of a correction must say before its id is looked at.</summary>
    private static readonly KeyValuePair<string, string>[] TheRest = [new("Input.Value", "4.0"), new("Input.Reason", "Wrong tube")];

    // Another patient's form is refused before anything is looked at: that is its own test.
    private static readonly string[] Methods = ["GET", "HEAD", "POST"];

    private Dictionary<string, List<(Guid Id, Guid Patient)>> objects = [];

    public async Task ReadAsync() => objects = await app.UsingDb(async db =>
    {
        Dictionary<string, List<(Guid, Guid)>> found = [];
        foreach (var kind in db.KindsOfOnePatient.Select(kind => kind.ClrType).Where(type => KindAfter.ContainsValue(type.Name) || KindOfField.Values.Any(field => field.Kind == type.Name)).ToList())
        {
            List<(Guid, Guid)> rows = [];
            foreach (var row in await Rows(db, kind).ToListAsync())
                if (await db.PatientOfAsync(row) is { } patient) rows.Add(((Guid)db.Entry(row).Property("Id").CurrentValue!, patient));
            found[kind.Name] = rows;
        }

        return found;
    });

    /// <summary>Pages whose address names something that KindAfter does not know.</summary>
    public static IEnumerable<string> Unknown() => OfOnePatient().Where(route => Parameters(route).Any(parameter => !KindAfter.ContainsKey(parameter.After)));

    /// <summary>Kinds of which the hospital has nothing to try with.</summary>
    public IEnumerable<string> Missing() => KindAfter.Values.Concat(KindOfField.Values.Select(field => field.Kind)).Distinct().Where(kind => objects.GetValueOrDefault(kind, []).Select(row => row.Patient).Distinct().Count() < 2);

    public IEnumerable<Trespass> Everything(Guid portalPatient)
    {
        foreach (var route in OfOnePatient())
            foreach (var role in AccessTable.SignedIn[route])
            {
                foreach (var parameter in Parameters(route))
                    foreach (var trespass in OfParameter(route, role, parameter, portalPatient)) yield return trespass;
                foreach (var (form, field) in KindOfField.Where(form => form.Key.Split('?')[0] == route))
                    foreach (var trespass in OfField(route, form, role, field)) yield return trespass;
            }
    }

    /// <summary>Tells of every answer that differs from that to an id of nobody.</summary>
    public async Task<IReadOnlyList<string>> WrongAsync(IEnumerable<Trespass> trespasses, Func<Role, Task<Dictionary<string, string>>> headersOf)
    {
        using var client = app.Server.CreateClient();
        var headers = new Dictionary<Role, Dictionary<string, string>>();
        List<string> wrong = [];
        foreach (var trespass in trespasses)
        {
            if (!headers.TryGetValue(trespass.Role, out var who)) headers[trespass.Role] = who = await headersOf(trespass.Role);
            var (status, body) = await AskAsync(client, who, trespass, trespass.Path, trespass.Field);
            var (statusOfNobody, bodyOfNobody) = await AskAsync(client, who, trespass, trespass.PathOfNobody, trespass.FieldOfNobody);
            if (status != statusOfNobody || body != bodyOfNobody) wrong.Add($"{trespass} answers {(int)status}, and {(int)statusOfNobody} to an id of nobody{(status == statusOfNobody ? " with another page" : "")}");
            else if (status is not (HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed)) wrong.Add($"{trespass} answers {(int)status}");
        }

        return wrong;
    }

    private IEnumerable<Trespass> OfParameter(string route, Role role, (string Name, string After) parameter, Guid portalPatient)
    {
        var rows = objects[KindAfter[parameter.After]];
        var isPortal = !route.Contains("{patientId", StringComparison.Ordinal);
        foreach (var foreign in rows.Where(row => row.Patient != portalPatient).DistinctBy(row => row.Patient).Take(isPortal ? OfEachKind * 2 : OfEachKind))
        {
            var patient = isPortal ? portalPatient : rows.First(row => row.Patient != foreign.Patient).Patient;
            foreach (var method in Methods.Concat(Forms(route)))
                yield return Make(route, role, method, patient, parameter.Name, foreign.Id);
            // The right thing under somebody who is not there at all.
            if (!isPortal) yield return Make(route, role, "GET", Guid.NewGuid(), parameter.Name, foreign.Id);
        }
    }

    private IEnumerable<Trespass> OfField(string route, string form, Role role, (string Field, string Kind) field)
    {
        // The page itself is the patient's own; only the field names somebody else's.
        var own = Parameters(route) is [var parameter, ..] ? objects[KindAfter[parameter.After]] : [.. objects[field.Kind].Select(row => (row.Patient, row.Patient))];
        foreach (var (id, patient) in own.DistinctBy(row => row.Item2).Take(OfEachKind))
            foreach (var foreign in objects[field.Kind].Where(row => row.Patient != patient).DistinctBy(row => row.Patient).Take(OfEachKind))
            {
                var path = Filled(form, patient, null, id);
                yield return new(role, "POST", path, path, patient, (field.Field, foreign.Id.ToString()), (field.Field, Guid.NewGuid().ToString()), foreign.Id);
            }
    }

    private Trespass Make(string route, Role role, string method, Guid patient, string parameter, Guid foreign)
    {
        var form = method.StartsWith('?') ? method : "";
        var view = method == "GET" ? "?view=true" : "";
        var others = Parameters(route).Where(other => other.Name != parameter).ToDictionary(other => other.Name, other => objects[KindAfter[other.After]].Find(row => row.Patient == patient).Id);
        return new(role, form == "" ? method : "POST", Filled(route, patient, parameter, foreign, others) + form + view, Filled(route, patient, parameter, Guid.NewGuid(), others) + form + view, patient, null, null, foreign);
    }

    private async Task<(HttpStatusCode, string)> AskAsync(HttpClient client, Dictionary<string, string> who, Trespass trespass, string path, (string Name, string Value)? field)
    {
        using var request = new HttpRequestMessage(new(trespass.Method), path);
        foreach (var (name, value) in who) request.Headers.Add(name, value);
        // A size, a mark or a part of it would tell that it is there.
        if (trespass.Method == "HEAD") (request.Headers.Range, _) = (new(0, 9), request.Headers.TryAddWithoutValidation("If-None-Match", "*"));
        if (trespass.Method == "POST")
        {
            var signed = app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector(PatientFilter.Purpose).Protect(trespass.Patient.ToString());
            request.Content = new FormUrlEncodedContent([new(PatientFilter.FieldName, signed), .. field is { } sent ? [KeyValuePair.Create(sent.Name, sent.Value), .. TheRest] : Array.Empty<KeyValuePair<string, string>>()]);
        }

        using var answer = await client.SendAsync(request);
        var told = answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key != "Set-Cookie").Select(header => $"{header.Key}: {string.Join(' ', header.Value)}").Order();
        return (answer.StatusCode, Passing().Replace(string.Join('\n', told) + await answer.Content.ReadAsStringAsync(), "*"));
    }

    private static IEnumerable<string> OfOnePatient() => AccessTable.SignedIn.Keys.Where(route => (route.Contains("{patientId", StringComparison.Ordinal) || route.StartsWith("/patient/", StringComparison.Ordinal)) && Parameters(route).Count > 0 || KindOfField.Keys.Any(form => form.Split('?')[0] == route));

    private static IEnumerable<string> Forms(string route) => AccessTable.Forms.Keys.Where(form => form.StartsWith(route + "?handler=", StringComparison.Ordinal) && !form.EndsWith('=')).Select(form => form[route.Length..]);

    private static List<(string Name, string After)> Parameters(string route) => [.. Parameter().Matches(route).Select(match => (match.Groups["name"].Value, match.Groups["after"].Value)).Where(parameter => parameter.Item1 != "patientId")];

    private static string Filled(string route, Guid patient, string? parameter, Guid id, Dictionary<string, Guid>? others = null) =>
        Parameter().Replace(route, match => $"/{match.Groups["after"].Value}/{match.Groups["name"].Value switch
        {
            "patientId" => patient,
            var name when parameter is null || name == parameter => id,
            var name => others![name],
        }}");

    private static IQueryable<object> Rows(HospitalContext db, Type kind) =>
        ((IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(kind).Invoke(db, null)!).Take(200);

    [GeneratedRegex(@"/(?<after>[\w-]+)/\{(?<name>\w+):guid\??\}")]
    private static partial Regex Parameter();

    // Ids, tokens, keys of forms, and the minute at which a page was made.
    [GeneratedRegex(@"[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}|CfDJ8[\w-]+|\b\d\d:\d\d\b")]
    private static partial Regex Passing();
}

using HospitalWeb.Data;
using HospitalWeb.Data.Access;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace HospitalWeb.Tests.Data.Patients;

public sealed class PatientSearchSpeedTests(HospitalApp app, TestServer server) : PageTest(app)
{
    private const int Patients = 30_000;

    [Fact]
    public async Task No_search_reads_a_whole_table()
    {
        if (server.Provider != DatabaseProvider.Postgres) Assert.Skip("The plan is read in PostgreSQL's words.");
        await App.UsingDb(ManyPatients);

        foreach (var typed in new[] { "smith1234", "mith", "a", "ja", "jane smith", "14-Jul-1945", "jane 14-Jul-1945", "900123", "PAT-00042", "42", "nobodyatall" })
        {
            Assert.DoesNotContain("Seq Scan", await PlanOf(typed, _ => PatientView.Whole));
            // What ties the desk and a doctor to patients is empty here, and read whole.
            Assert.DoesNotContain("Seq Scan on \"Patient", await PlanOf(typed, db => View(db, Desk.Reception)));
            Assert.DoesNotContain("Seq Scan on \"Patient", await PlanOf(typed, db => View(db, Desk.Doctor)));
        }
    }

    [Fact]
    public async Task The_holders_of_a_phone_or_an_identifier_are_found_by_an_index()
    {
        if (server.Provider != DatabaseProvider.Postgres) Assert.Skip("The indexes are read in PostgreSQL's words.");

        foreach (var column in new[] { "PhoneIndex", "PhoneEndIndex", "ValueIndex" })
            Assert.Contains($"(\"{column}\")", await App.RawAsync($"SELECT string_agg(indexdef, ' ') FROM pg_indexes WHERE indexdef LIKE '%{column}%'"), StringComparison.Ordinal);
    }

    private static PatientView View(HospitalContext db, Desk desk) => new(db.TiesOf(new(desk, Guid.NewGuid(), Guid.NewGuid(), Given.Now, Given.Today)), Everybody: desk == Desk.Reception, Confidential: false);

    private Task<string> PlanOf(string typed, Func<HospitalContext, PatientView> view) => App.UsingDb(async db =>
    {
        var query = (await db.PatientsLikeAsync(PatientQuery.Parse(typed), view(db))).Lines().Take(PatientSearch.MostShown + 1);
        await using var command = (NpgsqlCommand)query.CreateDbCommand();
        command.CommandText = "EXPLAIN " + command.CommandText;
        await db.Database.OpenConnectionAsync();
        await using var reader = await command.ExecuteReaderAsync();
        var plan = new List<string>();
        while (await reader.ReadAsync()) plan.Add(reader.GetString(0));
        TestContext.Current.TestOutputHelper?.WriteLine($"{typed}\n{string.Join('\n', plan)}\n");
        return string.Join('\n', plan);
    });

    // The columns are copied from one patient who was registered properly; the terms are made as the domain makes them.
    private static async Task ManyPatients(HospitalContext db)
    {
        db.Database.SetCommandTimeout(120);
        var template = Given.Patient("Template", "Patient");
        db.Add(template);
        await db.SaveChangesAsync();
        await db.Database.ExecuteSqlRawAsync($$"""
            CREATE TEMP TABLE many AS SELECT t.*, n FROM "Patient" t, generate_series(1, {{Patients}}) n WHERE t."FamilyName" = 'Template';
            UPDATE many SET "Id" = gen_random_uuid(), "Number" = nextval('"PatientNumbers"'),
                "FamilyName" = 'Smith' || n, "GivenName" = (ARRAY['Jane','Anna','Omar','Li','Jamal'])[1 + n % 5], "ListName" = 'SMITH' || n, "BirthDate" = date '1940-01-01' + n % 20000;
            ALTER TABLE many DROP COLUMN n;
            INSERT INTO "Patient" SELECT * FROM many;
            INSERT INTO "PatientSearchTerm" ("PatientId", "Term", "IsWordStart", "Version")
            SELECT m."Id", substr(w.word, s), bool_or(s = 1), gen_random_uuid()
            FROM many m, LATERAL (VALUES (lower(m."FamilyName")), (lower(m."GivenName")), ('born' || to_char(m."BirthDate", 'YYYYMMDD')), ('4477' || (100000000 + m."Number")::text)) w(word), generate_series(1, 4) s
            WHERE s <= length(w.word) - 1
            GROUP BY 1, 2;
            ANALYZE "Patient"; ANALYZE "PatientSearchTerm";
            """);
    }
}

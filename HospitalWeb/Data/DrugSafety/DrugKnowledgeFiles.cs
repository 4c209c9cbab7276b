using System.Security.Cryptography;
using System.Text;
using HospitalWeb.Domain.DrugSafety;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Data.DrugSafety;

/// <summary>Loads the edition that came with this program, unless it is already there. Its version carries a digest of the files, so that no change goes unnoticed.</summary>
public sealed class DrugKnowledgeFiles(TimeProvider time) : IReferenceData
{
    private static readonly string[] Files = ["drug-edition.csv", "drug-ingredients.csv", "drug-classes.csv", "drug-cross-reactions.csv", "drug-synonyms.csv"];

    public async Task LoadAsync(HospitalContext db, CancellationToken token)
    {
        var version = Version();
        if (await db.DrugKnowledge.AnyAsync(k => k.Edition == version, token)) return;

        db.DrugKnowledge.Add(new() { Edition = version, LoadedAt = time.GetUtcNow(), Facts = Facts() });
        await db.SaveChangesAsync(token);
    }

    public static string Version()
    {
        var texts = Files.Select(file => { using var reader = ReferenceFiles.Open(file); return reader.ReadToEnd(); });
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(texts))));
        return $"{Rows("drug-edition.csv")[0]["version"]}.{digest[..6]}";
    }

    public static DrugFacts Facts() => new()
    {
        Ingredients = [.. Rows("drug-ingredients.csv").Select(row => new Ingredient { Code = row["code"]!, Name = row["name"]!, RxNorm = row["rxnorm"], Atc = row["atc"], Classes = Codes(row["classes"]) })],
        Classes = [.. Rows("drug-classes.csv").Select(row => new DrugClass { Code = row["code"]!, Name = row["name"]!, Member = row["member"]!, Reaction = row["reaction"]!, IsWhole = row["whole"] == "yes" })],
        CrossReactions = [.. Rows("drug-cross-reactions.csv").Select(row => new CrossReaction { Allergy = row["allergy"]!, Medicine = row["medicine"]!, Reason = row["reason"]! })],
        Synonyms = [.. Rows("drug-synonyms.csv").Select(row => new DrugSynonym { Term = row["term"]!, Codes = Codes(row["codes"]) })],
    };

    /// <summary>The rows of a reference file by column; an empty field is null. No field of ours holds a comma.</summary>
    public static List<Dictionary<string, string?>> Rows(string file)
    {
        using var reader = ReferenceFiles.Open(file);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var columns = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => line.Split(',') is var fields && fields.Length == columns.Length
            ? columns.Zip(fields).ToDictionary(pair => pair.First, pair => pair.Second.Length > 0 ? pair.Second : null)
            : throw new InvalidDataException($"{file}: {line}"))];
    }

    public static List<string> Codes(string? list) => [.. (list ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}

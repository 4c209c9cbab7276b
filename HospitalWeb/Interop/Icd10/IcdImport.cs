using HospitalWeb.Data;
using HospitalWeb.Data.Encounters;
using HospitalWeb.Domain.Encounters;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Interop.Icd10;

/// <summary>Brings a published list of diagnoses in: new codes are added, changed titles replaced, what is already there is left alone.</summary>
public sealed class IcdImport(HospitalContext db)
{
    private const int BatchSize = 1000;

    public sealed record Result(int Read, int Added, int Changed);

    /// <summary>The command "import icd10 file".</summary>
    public static async Task<int> CommandAsync(IServiceProvider services, string[] arguments, CancellationToken token)
    {
        if (arguments is not [{ } path] || !File.Exists(path))
        {
            Console.Error.WriteLine("Name the file: import icd10 icd10cm_order_2026.txt (or a .csv, or either gzipped).");
            return 2;
        }

        try
        {
            var result = await new IcdImport(services.GetRequiredService<HospitalContext>()).RunAsync(IcdFile.Read(path), Progress, token);
            Console.WriteLine($"\rICD-10  {result.Read} read  {result.Added} added  {result.Changed} changed  {result.Read - result.Added - result.Changed} unchanged");
            return 0;
        }
        catch (FormatException broken)
        {
            Console.Error.WriteLine($"{path}: {broken.Message} Nothing was imported.");
            return 1;
        }

        static void Progress(int read)
        {
            if (!Console.IsOutputRedirected) Console.Write($"\rICD-10  {read} read");
        }
    }

    public async Task<Result> RunAsync(IEnumerable<IcdLine> lines, Action<int>? progress = null, CancellationToken token = default)
    {
        var known = await db.IcdCodes.AsNoTracking().ToDictionaryAsync(c => c.Code, c => (c.Title, c.IsBillable), token);
        var (read, added, changed) = (0, 0, 0);

        await using var transaction = await db.Database.BeginTransactionAsync(token);
        foreach (var batch in lines.DistinctBy(line => line.Code).Chunk(BatchSize))
        {
            var fresh = batch.Where(line => !known.ContainsKey(line.Code)).ToList();
            var other = batch.Where(line => known.TryGetValue(line.Code, out var was) && was != (line.Title, line.IsBillable)).ToList();
            if (other.Count > 0) await ForgetAsync(other, token);
            await AddAsync([.. fresh, .. other], token);
            (read, added, changed) = (read + batch.Length, added + fresh.Count, changed + other.Count);
            progress?.Invoke(read);
        }
        await transaction.CommitAsync(token);
        return new(read, added, changed);
    }

    // Nothing refers to a code's row: a diagnosis keeps the code and the words it was chosen by.
    private async Task ForgetAsync(IReadOnlyCollection<IcdLine> lines, CancellationToken token)
    {
        var codes = lines.Select(line => line.Code).ToList();
        await db.IcdWords.Where(w => codes.Contains(w.Code)).ExecuteDeleteAsync(token);
        await db.IcdCodes.Where(c => codes.Contains(c.Code)).ExecuteDeleteAsync(token);
    }

    private async Task AddAsync(IReadOnlyCollection<IcdLine> lines, CancellationToken token)
    {
        db.AddRange(lines.Select(line => new IcdCode { Code = line.Code, Title = line.Title, IsBillable = line.IsBillable }));
        db.AddRange(lines.SelectMany(line => IcdWords.OfCode(line.Code, line.Title).Select(word => new IcdWord { Word = word, Code = line.Code })));
        await db.SaveChangesAsync(token);
        db.ChangeTracker.Clear();
    }
}

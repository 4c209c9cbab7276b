using System.Globalization;
using HospitalWeb.Domain.Billing;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Data.Billing;

/// <summary>The services that most hospitals offer, by name and code. What they cost is each hospital's own business: they come without a price.</summary>
public sealed class PriceListFile : IReferenceData
{
    private static readonly DateOnly Always = new(2000, 1, 1);

    /// <summary>Code, name and a price for demo hospitals.</summary>
    public static IReadOnlyList<(string Code, string Name, decimal DemoPrice)> Read()
    {
        using var file = ReferenceFiles.Open("services.csv");
        return [.. from line in file.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
                   let cells = line.TrimEnd('\r').Split(',')
                   select (cells[0], cells[1], decimal.Parse(cells[2], CultureInfo.InvariantCulture))];
    }

    public async Task LoadAsync(HospitalContext db, CancellationToken token)
    {
        var known = await db.Services.Select(s => s.Code).Distinct().ToListAsync(token);
        db.AddRange(Read().Where(row => !known.Contains(row.Code)).Select(row => new Service { Code = row.Code, Name = row.Name, EffectiveFrom = Always }));
        await db.SaveChangesAsync(token);
    }
}

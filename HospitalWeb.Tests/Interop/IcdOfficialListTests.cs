using HospitalWeb.Data.Encounters;
using HospitalWeb.Interop.Icd10;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Interop;

public sealed class IcdOfficialListTests(HospitalApp app) : IClassFixture<HospitalApp>
{
    [Fact]
    public async Task The_official_list_loads_whole()
    {
        const string file = "/work/shared/data/terminology/icd/icd10cm_2022.csv.gz";
        if (!File.Exists(file)) Assert.Skip($"The official list is not here: {file}.");

        var result = await app.UsingDb(db => new IcdImport(db).RunAsync(IcdFile.Read(file)));

        Assert.Equal(95_524, result.Read);
        Assert.Contains("S52.501A", await app.UsingDb(db => db.IcdSearch("fracture radius lower right initial closed").Select(c => c.Code).Take(25).ToListAsync()));
    }
}

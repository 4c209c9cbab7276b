using HospitalWeb.Data.Encounters;
using HospitalWeb.Interop.Icd10;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Interop;

public sealed class IcdOfficialListTests(HospitalApp app) : IClassFixture<HospitalApp>
{
    [Fact]
    public async Task The_official_list_is_read_whole_and_loads()
    {
        var file = Path.Combine(TestServer.Repository, "../shared/data/terminology/icd/icd10cm_2022.csv.gz");
        if (!File.Exists(file)) Assert.Skip("The official list is not here: ../shared/data/terminology/icd/icd10cm_2022.csv.gz");

        var lines = IcdFile.Read(file).ToList();
        var result = await app.UsingDb(db => new IcdImport(db).RunAsync(lines.Take(2_000)));

        Assert.Equal((95_524, 2_000), (lines.Count, result.Read));
        Assert.Equal("A01.01", await app.UsingDb(db => db.IcdSearch("mening typhoid").Select(c => c.Code).FirstAsync()));
    }
}

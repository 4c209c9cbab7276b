using HospitalWeb.Data.Encounters;
using HospitalWeb.Interop.Icd10;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Interop;

public sealed class IcdImportTests(HospitalApp app) : IClassFixture<HospitalApp>
{
    private const string OrderFile = """
        00001 A00     0 Cholera                                                      Cholera
        00002 A000    1 Cholera due to Vibrio cholerae 01, biovar cholerae           Cholera due to Vibrio cholerae 01, biovar cholerae

        """;

    private const string Csv = """"
        order_number,icd10cm_code,valid_billing_code,icd10cm_short_description,icd10cm_long_description,poa_exempt,chronic_indicator
        1,A00,0,Cholera,Cholera,,
        2,A000,1,"Cholera due to ""01""","Cholera due to Vibrio cholerae 01, biovar cholerae",N,A
        """";

    [Theory, InlineData(OrderFile), InlineData(Csv)]
    public void Both_published_shapes_are_read_with_dotted_codes(string file) => Assert.Equal(
        [new IcdLine("A00", false, "Cholera"), new IcdLine("A00.0", true, "Cholera due to Vibrio cholerae 01, biovar cholerae")],
        IcdFile.Read(new StringReader(file)).ToList());

    [Fact]
    public void Another_file_is_refused_with_its_line()
    {
        Assert.Equal("Line 1 is not a line of the ICD-10-CM order file.", Assert.Throws<FormatException>(() => IcdFile.Read(new StringReader("12 something")).ToList()).Message);
        Assert.Equal("The file has no column code or icd10cm_code.", Assert.Throws<FormatException>(() => IcdFile.Read(new StringReader("name,age\nx,1")).ToList()).Message);
    }

    [Fact]
    public async Task A_hospital_starts_with_the_common_diagnoses() => Assert.InRange(await app.UsingDb(db => db.IcdCodes.CountAsync()), 300, 400);

    [Fact]
    public async Task Running_it_again_adds_nothing_and_a_new_title_replaces_the_old()
    {
        IcdLine[] lines = [new("Z99.9", true, "Something quite new")];

        var first = await app.UsingDb(db => new IcdImport(db).RunAsync(lines));
        var again = await app.UsingDb(db => new IcdImport(db).RunAsync(lines));
        var changed = await app.UsingDb(db => new IcdImport(db).RunAsync([lines[0] with { Title = "Something renamed" }]));

        Assert.Equal((1, 0, 0, 1), (first.Added, again.Added, again.Changed, changed.Changed));
        Assert.Equal(["Z99.9"], await app.UsingDb(db => db.IcdSearch("renamed something").Select(c => c.Code).ToListAsync()));
        Assert.Empty(await app.UsingDb(db => db.IcdSearch("quite").ToListAsync()));
    }
}

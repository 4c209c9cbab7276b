using HospitalWeb.Domain;
using HospitalWeb.Domain.Patients;

namespace HospitalWeb.Tests.Domain.Patients;

public sealed class PersonNameTests
{
    [Fact]
    public void In_lists_the_family_name_comes_first_in_capitals_and_the_title_last() =>
        Assert.Equal("SMITH, Jane (Mrs)", new PersonName("Smith", "Jane") { Title = "Mrs." }.InLists);

    [Fact]
    public void A_single_name_stands_alone() => Assert.Equal(("SUKARNO", "Sukarno"), (new PersonName("Sukarno").InLists, new PersonName("Sukarno").InFull));

    [Fact]
    public void A_middle_name_follows_the_given_one() => Assert.Equal("O'KEEFE, Ann Mary", new PersonName("O'Keefe", "Ann") { MiddleName = "Mary" }.InLists);

    [Theory]
    [InlineData("SMITH, Jane (Mrs)", "SMITH", "Jane"), InlineData("O'KEEFE, Ann Mary", "O'KEEFE", "Ann"), InlineData("SUKARNO", "SUKARNO", ""), InlineData("VAN DER BERG, Jan (Dr)", "VAN DER BERG", "Jan")]
    public void What_is_called_out_is_read_back_from_a_list(string listed, string family, string given) => Assert.Equal(new PersonName(family, given), PersonName.OfList(listed));

    [Fact]
    public void Nobody_is_without_a_family_name() => Assert.Throws<BrokenRule>(() => new PersonName("  ", "Jane").Tidied());

    [Fact]
    public void Somebody_unknown_is_shown_in_words() => Assert.Equal("UNKNOWN, Unknown", PersonName.Unknown.InLists);
}

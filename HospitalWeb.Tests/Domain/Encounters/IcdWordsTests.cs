using HospitalWeb.Domain.Encounters;

namespace HospitalWeb.Tests.Domain.Encounters;

public sealed class IcdWordsTests
{
    [Fact]
    public void A_title_is_found_by_its_words_and_its_code() => Assert.Equal(["crohns", "disease", "unspecified", "k5090"], IcdWords.OfCode("K50.90", "Crohn's disease, of the unspecified"));

    [Fact]
    public void A_dotted_code_is_one_word() => Assert.Equal(["e119"], IcdWords.Sought("E11.9"));

    [Fact]
    public void Accents_and_little_words_do_not_matter() => Assert.Equal(["meniere", "ear"], IcdWords.Sought("Ménière of the ear"));

    [Theory, InlineData("diab", "diac"), InlineData("e11", "e12"), InlineData("e19", "e1a"), InlineData("az", "b"), InlineData("zz", "zzzz")]
    public void The_end_of_a_range_of_beginnings(string beginning, string end) => Assert.Equal(end, IcdWords.After(beginning));

    [Theory, InlineData("e119", "E11.9"), InlineData("E11.9", "E11.9"), InlineData("I10", "I10")]
    public void A_code_is_shown_with_its_dot(string typed, string shown) => Assert.Equal(shown, IcdCode.WithDot(typed));
}

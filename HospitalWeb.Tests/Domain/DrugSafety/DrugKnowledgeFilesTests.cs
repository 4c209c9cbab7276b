using HospitalWeb.Data.DrugSafety;

namespace HospitalWeb.Tests.Domain.DrugSafety;

public sealed class DrugKnowledgeFilesTests
{
    [Fact]
    public void Every_code_that_the_files_point_to_exists_and_none_comes_twice()
    {
        var facts = DrugKnowledgeFiles.Facts();
        var classes = facts.Classes.Select(c => c.Code).ToHashSet();
        var ingredients = facts.Ingredients.Select(i => i.Code).ToHashSet();

        Assert.Equal(facts.Classes.Count, classes.Count);
        Assert.Equal(facts.Ingredients.Count, ingredients.Count);
        Assert.Empty(facts.Ingredients.SelectMany(i => i.Classes).Except(classes));
        Assert.Empty(facts.CrossReactions.SelectMany(c => new[] { c.Allergy, c.Medicine }).Except(classes));
        Assert.Empty(facts.Synonyms.SelectMany(s => s.Codes).Except(classes.Concat(ingredients)));
        Assert.DoesNotContain(facts.Ingredients.Where(i => i.RxNorm is not null).GroupBy(i => i.RxNorm), same => same.Count() > 1);
        Assert.Empty(DrugKnowledgeFiles.Rows("medications.csv").SelectMany(row => DrugKnowledgeFiles.Codes(row["ingredients"])).Except(ingredients));
    }
}

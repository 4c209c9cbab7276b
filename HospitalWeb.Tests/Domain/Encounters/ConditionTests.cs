using HospitalWeb.Domain;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Tests.Support;

namespace HospitalWeb.Tests.Domain.Encounters;

public sealed class ConditionTests
{
    private static readonly CodedConcept Asthma = new(CodedConcept.Icd10Cm, "J45.909", "Unspecified asthma, uncomplicated");
    private static readonly DateOnly Today = DateOnly.FromDateTime(Given.Now.UtcDateTime);

    [Fact]
    public void A_problem_is_on_the_list_once_until_it_is_resolved()
    {
        var first = Add(others: []);

        Refuses("Unspecified asthma, uncomplicated is already on the problem list.", () => Add(first));
        first.Resolve(Today, Today);

        Assert.False(first.IsActive);
        Assert.True(Add(first).IsActive);
    }

    [Fact]
    public void A_problem_neither_begins_nor_ends_in_the_future()
    {
        Refuses("The onset cannot lie in the future.", () => Condition.Add(Given.Patient(), null, Asthma, Today.AddDays(1), null, [], Today, Given.By("Dr Lee")));
        Refuses("A problem cannot be resolved in the future.", () => Add(others: []).Resolve(Today.AddDays(1), Today));
        Refuses("A problem cannot be resolved before its onset.", () => Add(others: []).Resolve(new(1999, 1, 1), Today));
    }

    [Fact]
    public void What_was_entered_in_error_says_why()
    {
        var condition = Add(others: []);

        Refuses("Give the reason.", () => condition.MarkAsError("", Given.By("Dr Lee")));
        condition.MarkAsError("Wrong patient", Given.By("Dr Lee"));

        Assert.False(condition.IsActive);
    }

    private static Condition Add(params Condition[] others) => Condition.Add(Given.Patient(), null, Asthma, new(2020, 1, 1), null, others, Today, Given.By("Dr Lee"));

    private static void Refuses(string sentence, Action act) => Assert.Equal(sentence, Assert.Throws<BrokenRule>(act).Message);
}

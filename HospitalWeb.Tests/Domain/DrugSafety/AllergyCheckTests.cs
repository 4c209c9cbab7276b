using HospitalWeb.Domain;
using HospitalWeb.Domain.DrugSafety;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Tests.Support;

namespace HospitalWeb.Tests.Domain.DrugSafety;

public sealed class AllergyCheckTests
{
    [Theory]
    [InlineData("Penicillin", "amoxicillin")]
    [InlineData("penicillin allergy", "ampicillin")]
    [InlineData("Allergy to penicillin (finding)", "piperacillin")]
    [InlineData("Penicillin V", "amoxicillin")]
    [InlineData("Amoxil", "amoxicillin")]
    [InlineData("PANADOL TABLETS", "paracetamol")]
    [InlineData("acetaminophen", "paracetamol")]
    [InlineData("Sulfa drugs", "sulfamethoxazole")]
    [InlineData("Lisinopril", "ramipril")]
    public void The_ingredient_or_its_class_stops(string allergy, string ingredient) =>
        Assert.Equal(AlertTier.Stop, Worst(Given.Allergy(allergy), ingredient));

    [Theory]
    [InlineData("Penicillin", "cefalexin")]
    [InlineData("aspirin", "ibuprofen")]
    [InlineData("sulfonamide antibiotics", "furosemide")]
    [InlineData("codeine", "morphine")]
    public void A_cross_reaction_warns_and_stops_after_anaphylaxis(string allergy, string ingredient)
    {
        Assert.Equal(AlertTier.Warning, Worst(Given.Allergy(allergy, "rash"), ingredient));
        Assert.Equal(AlertTier.Stop, Worst(Given.Allergy(allergy, "Anaphylaxis"), ingredient));
    }

    [Theory]
    [InlineData("Penicillin", "azithromycin")]
    [InlineData("Shellfish (substance)", "amoxicillin")]
    [InlineData("Animal dander (substance)", "aspirin")]
    public void What_has_nothing_to_do_with_it_is_silent(string allergy, string ingredient)
    {
        Assert.Null(Worst(Given.Allergy(allergy), ingredient));
        Assert.Empty(Check(Given.Allergy(allergy)).ForPatient());
    }

    [Fact]
    public void A_code_speaks_before_the_words()
    {
        Assert.Equal(AlertTier.Stop, Worst(Given.Allergy("see old notes", ingredient: "amoxicillin"), "amoxicillin"));
        Assert.Equal(AlertTier.Stop, Worst(Given.Allergy("see old notes", drugClass: "penicillins"), "ampicillin"));
        Assert.Equal(AlertTier.Stop, Worst(Given.Allergy("see old notes", substance: new(CodedConcept.RxNorm, "7984", "Pen VK")), "amoxicillin"));
    }

    [Theory]
    [InlineData("pencilin tabs")]
    [InlineData("penicillin and the pink one from Boots")]
    [InlineData("drug allergy")]
    public void What_cannot_be_read_is_said(string text)
    {
        var alert = Assert.Single(Check(Given.Allergy(text)).ForPatient());

        Assert.Equal(AlertTier.Warning, alert.Tier);
        Assert.Equal("1 allergy cannot be checked automatically", alert.Hazard);
    }

    [Fact]
    public void What_was_read_of_a_half_understood_allergy_still_stops() =>
        Assert.Equal(AlertTier.Stop, Worst(Given.Allergy("penicillin and the pink one from Boots"), "amoxicillin"));

    [Fact]
    public void Never_asked_is_a_note_and_none_known_is_silent()
    {
        Assert.Equal(AlertTier.Note, Assert.Single(new AllergyCheck(Given.DrugReference, AllergyStatus.NotAsked, []).ForPatient()).Tier);
        Assert.Empty(new AllergyCheck(Given.DrugReference, AllergyStatus.NoneKnown, []).ForPatient());
    }

    [Fact]
    public void An_ended_allergy_no_longer_counts()
    {
        var allergy = Given.Allergy("penicillin");
        allergy.MarkEnteredInError("Another patient.", Given.DrPatel);

        Assert.Null(Worst(allergy, "amoxicillin"));
    }

    [Fact]
    public void The_alert_has_its_five_parts()
    {
        var alert = Assert.Single(Check(Given.Allergy("penicillin", "Anaphylaxis")).For("amoxicillin", ["amoxicillin"]));

        Assert.Equal("Stop: penicillin allergy. Recorded: penicillin, anaphylaxis, 2019 (Dr Lee). You chose: amoxicillin, a penicillin. May cause anaphylaxis.", alert.Text);
        Assert.Equal("HospitalWeb drug knowledge 2026-11.test", alert.Source);
    }

    [Fact]
    public void Without_knowledge_the_check_says_that_it_is_not_running() =>
        Assert.False(new AllergyCheck(DrugReference.Empty, AllergyStatus.Recorded, [Given.Allergy("penicillin")]).IsRunning);

    private static AllergyCheck Check(Allergy allergy) => new(Given.DrugReference, AllergyStatus.Recorded, [allergy]);

    private static AlertTier? Worst(Allergy allergy, string ingredient) => Check(allergy).For(ingredient, [ingredient]).Select(a => (AlertTier?)a.Tier).FirstOrDefault();
}

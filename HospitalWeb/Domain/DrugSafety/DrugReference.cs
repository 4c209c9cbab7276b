using HospitalWeb.Domain.Patients;

namespace HospitalWeb.Domain.DrugSafety;

/// <summary>One edition of the drug knowledge, ready to be asked.</summary>
public sealed class DrugReference
{
    public static readonly DrugReference Empty = new("", new DrugFacts());

    private readonly Dictionary<string, Ingredient> ingredients;
    private readonly Dictionary<string, DrugClass> classes;
    private readonly Dictionary<string, string> byRxNorm;
    private readonly ILookup<string, CrossReaction> crossReactions;
    private readonly SubstanceWords words;

    public DrugReference(string version, DrugFacts facts)
    {
        Version = version;
        ingredients = facts.Ingredients.ToDictionary(i => i.Code);
        classes = facts.Classes.ToDictionary(c => c.Code);
        byRxNorm = facts.Ingredients.Where(i => i.RxNorm is not null).ToDictionary(i => i.RxNorm!, i => i.Code);
        crossReactions = facts.CrossReactions.ToLookup(c => c.Allergy);
        words = new SubstanceWords(facts);
    }

    public string Version { get; }
    public bool IsEmpty => ingredients.Count == 0;
    public IEnumerable<Ingredient> Ingredients => ingredients.Values.OrderBy(i => i.Name, StringComparer.Ordinal);
    public IEnumerable<DrugClass> Classes => classes.Values.OrderBy(c => c.Name, StringComparer.Ordinal);

    public Ingredient? Ingredient(string code) => ingredients.GetValueOrDefault(code);
    public DrugClass? Class(string code) => classes.GetValueOrDefault(code);
    public bool Knows(string code) => ingredients.ContainsKey(code) || classes.ContainsKey(code);
    public string NameOf(string code) => Ingredient(code)?.Name ?? Class(code)?.Name ?? code;

    public IEnumerable<CrossReaction> CrossReactionsOf(string allergyClass) => crossReactions[allergyClass];

    /// <summary>The ingredients named in the words of an imported or unstructured medicine.</summary>
    public List<string> IngredientsIn(string text) => [.. words.Read(text).Codes.Where(ingredients.ContainsKey)];

    /// <summary>What a recorded allergy is about. Whatever is left unread makes it incomplete, so that nobody relies on half a check.</summary>
    public Recognition Recognise(Allergy allergy)
    {
        var recorded = new[] { allergy.IngredientCode, allergy.DrugClassCode }.OfType<string>().Where(Knows).ToList();
        if (recorded.Count > 0) return new Recognition(recorded, IsComplete: true);
        if (allergy.Substance is { System: CodedConcept.RxNorm } coded && byRxNorm.TryGetValue(coded.Code, out var ingredient)) return new Recognition([ingredient], IsComplete: true);

        var display = words.Read(allergy.Substance?.Display ?? "");
        return display.IsComplete ? display : display + words.Read(allergy.Text);
    }
}

/// <summary>The ingredients and classes somebody meant (none for pollen or shellfish), and whether every word was understood.</summary>
public sealed record Recognition(IReadOnlyList<string> Codes, bool IsComplete)
{
    public static Recognition operator +(Recognition a, Recognition b) => new([.. a.Codes.Union(b.Codes)], b.IsComplete);
}

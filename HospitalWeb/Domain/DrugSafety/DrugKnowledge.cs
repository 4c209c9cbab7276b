namespace HospitalWeb.Domain.DrugSafety;

/// <summary>
/// One edition of what is known about ingredients, their classes and cross-reactions. Editions are added, never changed:
/// what was decided by an old edition stays explainable. Source: the files in database/reference, to be approved by the hospital's pharmacist.
/// </summary>
[NotAudited]
public sealed class DrugKnowledge
{
    public const int EditionMaxLength = 40;

    public Guid Id { get; private set; }
    public required string Edition { get; init; }
    public required DateTimeOffset LoadedAt { get; init; }
    public DrugFacts Facts { get; init; } = new();
}

public sealed record DrugFacts
{
    public List<Ingredient> Ingredients { get; init; } = [];
    public List<DrugClass> Classes { get; init; } = [];
    public List<CrossReaction> CrossReactions { get; init; } = [];
    public List<DrugSynonym> Synonyms { get; init; } = [];
}

public sealed record Ingredient
{
    public required string Code { get; init; }
    public required string Name { get; init; }
    public string? RxNorm { get; init; }
    public string? Atc { get; init; }
    public List<string> Classes { get; init; } = [];
}

/// <summary><see cref="IsWhole"/>: whoever reacted to one member must not get another (penicillins, ACE inhibitors); elsewhere it is a warning.</summary>
public sealed record DrugClass
{
    public required string Code { get; init; }
    public required string Name { get; init; }
    /// <summary>With its article: "a penicillin".</summary>
    public required string Member { get; init; }
    /// <summary>What may happen to somebody who is allergic to it.</summary>
    public required string Reaction { get; init; }
    public bool IsWhole { get; init; }

    /// <summary>Without its article: "penicillin".</summary>
    public string Singular => Member[(Member.IndexOf(' ', StringComparison.Ordinal) + 1)..];
}

/// <summary>Whoever is allergic to the one class may react to the other.</summary>
public sealed record CrossReaction
{
    public required string Allergy { get; init; }
    public required string Medicine { get; init; }
    public required string Reason { get; init; }
}

/// <summary>Another word, a brand or a substance that is no medicine (then without codes).</summary>
public sealed record DrugSynonym
{
    public required string Term { get; init; }
    public List<string> Codes { get; init; } = [];
}

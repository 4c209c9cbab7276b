namespace HospitalWeb.Domain.Encounters;

/// <summary>A line of the ICD-10-CM: the code with its dot, and its title.</summary>
[NotAudited]
public sealed class IcdCode
{
    public const int CodeMaxLength = 10;
    public const int TitleMaxLength = CodedConcept.DisplayMaxLength;

    public required string Code { get; init; }
    public required string Title { get; set; }
    /// <summary>False on a heading such as E11, which is too coarse to be claimed.</summary>
    public required bool IsBillable { get; set; }

    public CodedConcept ToConcept() => new(CodedConcept.Icd10Cm, Code, Title);

    /// <summary>"E119" and "e11.9" are both shown as "E11.9".</summary>
    public static string WithDot(string code)
    {
        var bare = code.Trim().Replace(".", "", StringComparison.Ordinal).ToUpperInvariant();
        return bare.Length > 3 ? $"{bare[..3]}.{bare[3..]}" : bare;
    }
}

/// <summary>One word of a code's title, or the code itself: an index that every database searches the same way.</summary>
[NotAudited]
public sealed class IcdWord
{
    public required string Word { get; init; }
    public required string Code { get; init; }
}

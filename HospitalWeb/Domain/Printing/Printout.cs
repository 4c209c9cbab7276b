namespace HospitalWeb.Domain.Printing;

/// <summary>The first time a document was printed. There is one original of each; what is printed later is a copy.</summary>
public sealed class Printout
{
    public const int KindMaxLength = 40;

    public Guid Id { get; private set; }
    public required string Kind { get; init; }
    public required Guid SubjectId { get; init; }
    public required Stamp First { get; init; }
}

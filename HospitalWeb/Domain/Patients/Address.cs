namespace HospitalWeb.Domain.Patients;

public sealed record Address
{
    public string? Line1 { get; init; }
    public string? Line2 { get; init; }
    public string? City { get; init; }
    public string? State { get; init; }
    public string? Postcode { get; init; }
    public string? Country { get; init; }

    private IEnumerable<string> Parts => new[] { Line1, Line2, City, State, Postcode?.ToUpperInvariant(), Country }.Where(part => !string.IsNullOrWhiteSpace(part)).Select(part => part!.Trim());

    public bool IsEmpty => !Parts.Any();
    public string OnOneLine => string.Join(", ", Parts);
}

namespace HospitalWeb.Domain.Staff;

public sealed class Department
{
    public const int CodeMaxLength = 20;

    public Guid Id { get; private set; }
    public required string Name { get; set; }
    public required string Code { get; init; }
}

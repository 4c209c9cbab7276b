namespace HospitalWeb.Tests.Support;

/// <summary>What tests start from. Each feature adds its own in Given.Feature.cs.</summary>
public static partial class Given
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
}

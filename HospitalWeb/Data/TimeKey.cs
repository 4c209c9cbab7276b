using System.Globalization;

namespace HospitalWeb.Data;

/// <summary>The last row of a page of a list that is sorted by time: the next page begins after it. The id parts what happened at one instant.</summary>
public sealed record TimeKey(DateTimeOffset At, Guid Id)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks}.{Id:N}");

    public static TimeKey? Parse(string? text) =>
        text?.Split('.') is [var ticks, var id] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTime.MaxValue.Ticks && Guid.TryParse(id, out var key)
            ? new(new(at, TimeSpan.Zero), key) : null;
}

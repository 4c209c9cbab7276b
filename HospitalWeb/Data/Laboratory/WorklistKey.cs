using System.Globalization;
using HospitalWeb.Domain.Laboratory;

namespace HospitalWeb.Data.Laboratory;

/// <summary>Where a page of the worklist ended.</summary>
public sealed record WorklistKey(Urgency Urgency, DateTimeOffset OrderedAt, Guid Id)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(int)Urgency}_{OrderedAt.UtcTicks}_{Id:N}");

    public static WorklistKey? Parse(string? text) =>
        text?.Split('_') is [var urgency, var ticks, var id] && int.TryParse(urgency, CultureInfo.InvariantCulture, out var u) && long.TryParse(ticks, CultureInfo.InvariantCulture, out var t)
            && t >= 0 && t <= DateTimeOffset.MaxValue.UtcTicks && Guid.TryParse(id, out var key)
            ? new((Urgency)u, new(t, TimeSpan.Zero), key)
            : null;
}

using System.Globalization;
using System.Linq.Expressions;

namespace HospitalWeb.Data;

/// <summary>The last row of a page of a list that is sorted by time: the next page begins after it. The id parts what happened at one instant.</summary>
public sealed record TimeKey(DateTimeOffset At, Guid Id)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks}.{Id:N}");

    public static TimeKey? Parse(string? text) =>
        text?.Split('.') is [var ticks, var id] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTime.MaxValue.Ticks && Guid.TryParse(id, out var key)
            ? new(new(at, TimeSpan.Zero), key) : null;
}

public static class TimeKeyQueries
{
    extension<T>(IQueryable<T> rows)
    {
        /// <summary>The newest first, beginning after the last row of the page before.</summary>
        public IQueryable<T> NewestFirst(Expression<Func<T, DateTimeOffset>> at, TimeKey? after) =>
            (after is null ? rows : rows.Where(Beyond(at, after, Expression.LessThan))).OrderByDescending(at).ThenByDescending(IdOf<T>());

        /// <summary>The oldest first, beginning after the last row of the page before.</summary>
        public IQueryable<T> OldestFirst(Expression<Func<T, DateTimeOffset>> at, TimeKey? after) =>
            (after is null ? rows : rows.Where(Beyond(at, after, Expression.GreaterThan))).OrderBy(at).ThenBy(IdOf<T>());
    }

    private static Expression<Func<T, bool>> Beyond<T>(Expression<Func<T, DateTimeOffset>> at, TimeKey after, Func<Expression, Expression, BinaryExpression> beyond)
    {
        Expression<Func<DateTimeOffset>> moment = () => after.At;
        Expression<Func<Guid>> last = () => after.Id;
        var (row, id) = (at.Parameters[0], Expression.Property(at.Parameters[0], nameof(TimeKey.Id)));
        return Expression.Lambda<Func<T, bool>>(Expression.OrElse(beyond(at.Body, moment.Body), Expression.AndAlso(Expression.Equal(at.Body, moment.Body), beyond(id, last.Body))), row);
    }

    private static Expression<Func<T, Guid>> IdOf<T>()
    {
        var row = Expression.Parameter(typeof(T), "row");
        return Expression.Lambda<Func<T, Guid>>(Expression.Property(row, nameof(TimeKey.Id)), row);
    }
}

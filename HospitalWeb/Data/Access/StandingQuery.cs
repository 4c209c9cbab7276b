using System.Collections.Concurrent;
using System.Linq.Expressions;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace HospitalWeb.Data.Access;

/// <summary>An emergency access that lasts: everything its holder does with this patient until then is written down as such.</summary>
public sealed record RunningEmergency(Guid Id, Guid PatientId, DateTimeOffset EndsAt);

/// <summary>What one patient is to who asks: the strongest tie, and the emergency that lasts.</summary>
public sealed record Standing(bool IsConfidential, TieKind? Tie, RunningEmergency? Emergency);

/// <summary>
/// The question before every page of one patient. Putting it together and preparing it takes longer than the database takes to answer it, so that is done once for each desk:
/// with marks in place of the values, which are found again in the finished question and become its parameters.
/// </summary>
public static class StandingQuery
{
    private delegate Task<Standing?> Ask(HospitalContext db, Guid patient, Guid account, Guid practitioner, DateTimeOffset now, DateTimeOffset aftercare, DateTimeOffset booked,
        DateTimeOffset waiting, DateTimeOffset dayBefore, DateTimeOffset dayAfter, DateOnly today);

    private static readonly Asker Mark = new(default, Guid.NewGuid(), Guid.NewGuid(), new(1000, 1, 1, 0, 0, 0, TimeSpan.Zero), new(1000, 1, 1));
    private static readonly Guid MarkedPatient = Guid.NewGuid();
    private static readonly ConcurrentDictionary<(Type Context, Desk Desk, bool InEmergency), Ask> Prepared = [];

    /// <summary>Null when there is no such patient.</summary>
    public static Task<Standing?> StandingAsync(this HospitalContext db, Guid patient, Asker who, bool inEmergency)
    {
        var ask = Prepared.GetOrAdd((db.GetType(), who.Desk, inEmergency), _ => Prepare(Question(db, MarkedPatient, Mark with { Desk = who.Desk }, inEmergency)));
        return ask(db, patient, who.AccountId, who.PractitionerId ?? Guid.Empty, who.Now, who.Now - TreatmentTies.Aftercare, who.Now - TreatmentTies.PastBooking,
            who.Now - TreatmentTies.Waiting, who.Now - TreatmentTies.DeskDay, who.Now + TreatmentTies.DeskDay, who.Today);
    }

    private static IQueryable<Standing> Question(HospitalContext db, Guid patient, Asker who, bool inEmergency)
    {
        var (ties, emergencies) = (db.TiesOf(who), db.EmergencyAccesses.ActiveOf(who.AccountId, who.Now));
        return db.Patients.Where(p => p.Id == patient).Select(p => new Standing(
            p.IsConfidential,
            ties.Where(t => t.PatientId == p.Id).OrderBy(t => t.Kind).Select(t => (TieKind?)t.Kind).FirstOrDefault(),
            emergencies.Where(e => inEmergency && e.PatientId == p.Id).OrderByDescending(e => e.EndsAt).Select(e => new RunningEmergency(e.Id, e.PatientId, e.EndsAt)).FirstOrDefault()));
    }

    private static Ask Prepare(IQueryable<Standing> question)
    {
        object[] marks = [MarkedPatient, Mark.AccountId, Mark.PractitionerId!.Value, Mark.Now, Mark.Now - TreatmentTies.Aftercare, Mark.Now - TreatmentTies.PastBooking,
            Mark.Now - TreatmentTies.Waiting, Mark.Now - TreatmentTies.DeskDay, Mark.Now + TreatmentTies.DeskDay, Mark.Today];
        var places = marks.Select((mark, number) => (Mark: mark, Place: Expression.Parameter(mark.GetType(), $"p{number}"))).ToList();
        var one = Expression.Call(typeof(Queryable), nameof(Queryable.SingleOrDefault), [typeof(Standing)], new Marks(places.ToDictionary(p => p.Mark, p => p.Place)).Visit(question.Expression));
        var prepared = EF.CompileAsyncQuery(Expression.Lambda<Func<HospitalContext, Guid, Guid, Guid, DateTimeOffset, DateTimeOffset, DateTimeOffset, DateTimeOffset, DateTimeOffset, DateTimeOffset, DateOnly, Standing?>>(
            one, [Expression.Parameter(typeof(HospitalContext), "db"), .. places.Select(p => p.Place)]));
        return new(prepared);
    }

    private sealed class Marks(Dictionary<object, ParameterExpression> places) : ExpressionVisitor
    {
        protected override Expression VisitMember(MemberExpression node)
        {
            if (node.Expression is not (ConstantExpression or MemberExpression { Expression: ConstantExpression })) return base.VisitMember(node);

            return Expression.Lambda(node).Compile().DynamicInvoke() switch
            {
                IQueryable part => Visit(part.Expression),
                { } value when places.TryGetValue(value, out var place) => place,
                // It would be the same for everybody from then on.
                Guid or DateTimeOffset or DateOnly => throw new InvalidOperationException($"{node.Member.Name} is none of the values that are filled in."),
                _ => node,
            };
        }

        protected override Expression VisitExtension(Expression node) => node is EntityQueryRootExpression table ? table.DetachQueryProvider() : base.VisitExtension(node);
    }
}

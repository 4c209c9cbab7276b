using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HospitalWeb.Data.Encryption;

/// <summary>A query may ask for an encrypted text as it is, or whether there is one. Anything else would work on the ciphertext, so it is refused.</summary>
internal sealed class EncryptedQueries : IQueryExpressionInterceptor
{
    public static readonly EncryptedQueries Instance = new();

    public Expression QueryCompilationStarting(Expression query, QueryExpressionEventData data) => data.Context is { } db ? new Guard(db.Model).Visit(query) : query;

    private sealed class Guard(IModel model) : ExpressionVisitor
    {
        private readonly HashSet<(Type, string)> encrypted = [.. model.GetEntityTypes().SelectMany(EncryptedShape.Of).Select(shape => (shape.Property.DeclaringType!, shape.Property.Name))];

        protected override Expression VisitMember(MemberExpression node) => IsEncrypted(node)
            ? throw new InvalidOperationException($"{node} is encrypted: a query can only select it as it is, or ask whether it is null.")
            : base.VisitMember(node);

        protected override Expression VisitBinary(BinaryExpression node)
        {
            if (node.NodeType is not (ExpressionType.Equal or ExpressionType.NotEqual)) return base.VisitBinary(node);
            if (IsNull(node.Right)) VisitOwner(node.Left);
            else if (IsNull(node.Left)) VisitOwner(node.Right);
            else return base.VisitBinary(node);
            return node;
        }

        protected override Expression VisitNew(NewExpression node) => node.Update(node.Arguments.Select(Selected));

        protected override MemberAssignment VisitMemberAssignment(MemberAssignment node) => node.Update(Selected(node.Expression));

        protected override Expression VisitConditional(ConditionalExpression node) => node.Update(Visit(node.Test), Selected(node.IfTrue), Selected(node.IfFalse));

        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            if (OwnTexts.IsCheck(node.Method)) return node;

            var arguments = node.Arguments.Select(argument => node.Method.Name is nameof(Queryable.Select) && Lambda(argument) is { } select
                ? Again(argument, Expression.Lambda(select.Type, Selected(select.Body), select.Parameters))
                : Visit(argument)).ToList();
            return node.Update(Visit(node.Object)!, arguments);
        }

        // What is selected as it is carries its row's id along.
        private Expression Selected(Expression node) => node switch
        {
            UnaryExpression { NodeType: ExpressionType.Convert } cast => cast.Update(Selected(cast.Operand)),
            MemberExpression member when OwnTexts.Check(member, model) is { } check => check == member ? Visit(member) : check,
            MemberExpression member when IsEncrypted(member) => throw new InvalidOperationException($"{member} is encrypted and its row is out of sight: select it from the row that holds it."),
            _ => Visit(node),
        };

        private Expression VisitOwner(Expression node)
        {
            var inner = node;
            while (inner is UnaryExpression { NodeType: ExpressionType.Convert } cast) inner = cast.Operand;
            Visit(inner is MemberExpression member && IsEncrypted(member) ? member.Expression : inner);
            return node;
        }

        private static Expression Again(Expression argument, LambdaExpression select) => argument is UnaryExpression { NodeType: ExpressionType.Quote } ? Expression.Quote(select) : select;

        private bool IsEncrypted(MemberExpression node) => encrypted.Contains((node.Member.DeclaringType!, node.Member.Name));

        private static LambdaExpression? Lambda(Expression node) => node is UnaryExpression { NodeType: ExpressionType.Quote, Operand: LambdaExpression quoted } ? quoted : node as LambdaExpression;

        private static bool IsNull(Expression node) => node is ConstantExpression { Value: null } or UnaryExpression { Operand: ConstantExpression { Value: null } };
    }
}

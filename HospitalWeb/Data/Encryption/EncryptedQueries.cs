using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HospitalWeb.Data.Encryption;

/// <summary>A query may ask for an encrypted text as it is, or whether there is one. Anything else would work on the ciphertext, so it is refused.</summary>
internal sealed class EncryptedQueries : IQueryExpressionInterceptor
{
    public static readonly EncryptedQueries Instance = new();

    public Expression QueryCompilationStarting(Expression query, QueryExpressionEventData data)
    {
        if (data.Context is { } db) new Guard(db.Model).Visit(query);
        return query;
    }

    private sealed class Guard(IModel model) : ExpressionVisitor
    {
        private readonly HashSet<(Type, string)> encrypted = [.. model.GetEntityTypes().SelectMany(EncryptedShape.Of).Select(shape => (shape.Property.DeclaringType!, shape.Property.Name))];

        protected override Expression VisitMember(MemberExpression node) => IsEncrypted(node)
            ? throw new InvalidOperationException($"{node} is encrypted: a query can only select it as it is, or ask whether it is null.")
            : base.VisitMember(node);

        protected override Expression VisitBinary(BinaryExpression node)
        {
            if (node.NodeType is not (ExpressionType.Equal or ExpressionType.NotEqual)) return base.VisitBinary(node);
            if (IsNull(node.Right)) VisitWhole(node.Left);
            else if (IsNull(node.Left)) VisitWhole(node.Right);
            else return base.VisitBinary(node);
            return node;
        }

        protected override Expression VisitNew(NewExpression node)
        {
            foreach (var argument in node.Arguments) VisitWhole(argument);
            return node;
        }

        protected override MemberAssignment VisitMemberAssignment(MemberAssignment node)
        {
            VisitWhole(node.Expression);
            return node;
        }

        protected override Expression VisitConditional(ConditionalExpression node)
        {
            Visit(node.Test);
            if (IsNull(node.IfTrue)) VisitWhole(node.IfFalse);
            else if (IsNull(node.IfFalse)) VisitWhole(node.IfTrue);
            else return base.VisitConditional(node);
            return node;
        }

        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            foreach (var argument in node.Arguments)
                if (node.Method.Name is nameof(Queryable.Select) && Lambda(argument) is { } select) VisitWhole(select.Body);
                else Visit(argument);
            Visit(node.Object);
            return node;
        }

        private void VisitWhole(Expression node)
        {
            while (node is UnaryExpression { NodeType: ExpressionType.Convert } cast) node = cast.Operand;
            Visit(node is MemberExpression member && IsEncrypted(member) ? member.Expression : node);
        }

        private bool IsEncrypted(MemberExpression node) => encrypted.Contains((node.Member.DeclaringType!, node.Member.Name));

        private static LambdaExpression? Lambda(Expression node) => node is UnaryExpression { NodeType: ExpressionType.Quote, Operand: LambdaExpression quoted } ? quoted : node as LambdaExpression;

        private static bool IsNull(Expression node) => node is ConstantExpression { Value: null } or UnaryExpression { Operand: ConstantExpression { Value: null } };
    }
}

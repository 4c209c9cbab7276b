using System.Collections;
using System.Data;
using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using HospitalWeb.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;

namespace HospitalWeb.Tests.Support;

/// <summary>
/// Each query that a test runs on PostgreSQL is also written by the SQL Server provider, which needs no server for that.
/// A query it cannot write fails the test that ran it.
/// </summary>
internal sealed class ShadowTranslation : IQueryExpressionInterceptor
{
    // One for all contexts: Entity Framework would build its services anew for every other instance.
    public static readonly ShadowTranslation Instance = new();

    private static readonly MethodInfo CreateExecutor = typeof(QueryCompilationContext).GetMethod(nameof(QueryCompilationContext.CreateQueryExecutor))!;

    private static readonly DbContextOptions<SqlServerHospitalContext> Options = new DbContextOptionsBuilder<SqlServerHospitalContext>()
        .UseSqlServer("Server=.", server => server.UseCompatibilityLevel(HospitalDatabase.SqlServerCompatibility))
        .AddInterceptors(new NoServer()).Options;

    public Expression QueryCompilationStarting(Expression query, QueryExpressionEventData data)
    {
        if (data.Context is PostgresHospitalContext && Translate(query) is null)
            throw new InvalidOperationException($"SQL Server got no command for this query:\n{ExpressionPrinter.Print(query)}");

        return query;
    }

    private static string? Translate(Expression query)
    {
        using var shadow = new SqlServerHospitalContext(Options);
        NoServer.Written.Value = null;
        try
        {
            var twin = new Twin(shadow);
            var expression = twin.Visit(query);
            var compilation = shadow.GetService<IQueryCompilationContextFactory>().Create(async: false);
            var executor = (Delegate)CreateExecutor.MakeGenericMethod(ResultOf(expression.Type)).Invoke(compilation, [expression])!;
            if (executor.DynamicInvoke(twin.Parameters) is IEnumerable rows) foreach (var _ in rows) { }
        }
        catch (TargetInvocationException failure) when (NoServer.Written.Value is null)
        {
            throw new InvalidOperationException($"SQL Server cannot run this query:\n{ExpressionPrinter.Print(query)}", failure.InnerException);
        }
        catch (TargetInvocationException)
        {
            // Single and Max do not like an empty answer; the command was written, which is all that is asked here.
        }

        return NoServer.Written.Value;
    }

    private static Type ResultOf(Type query) => query.IsGenericType && query.IsAssignableTo(typeof(IQueryable))
        ? typeof(IEnumerable<>).MakeGenericType(query.GetGenericArguments()[0])
        : query;

    /// <summary>The same query over the other model's tables, with stand-ins for the values.</summary>
    private sealed class Twin(DbContext shadow) : ExpressionVisitor
    {
        public QueryContext Parameters { get; } = shadow.GetService<IQueryContextFactory>().Create();

        protected override Expression VisitExtension(Expression node)
        {
            switch (node)
            {
                case Microsoft.EntityFrameworkCore.Query.Internal.FromSqlQueryRootExpression raw:
                    return new EntityQueryRootExpression(shadow.Model.FindEntityType(raw.EntityType.Name)!);
                case EntityQueryRootExpression table:
                    return new EntityQueryRootExpression(shadow.Model.FindEntityType(table.EntityType.Name)!);
                case QueryParameterExpression parameter:
                    Parameters.Parameters[parameter.Name] = StandIn(parameter.Type);
                    return node;
                default:
                    return base.VisitExtension(node);
            }
        }

        private static object? StandIn(Type type) =>
            type == typeof(string) ? "" :
            type.IsValueType ? Activator.CreateInstance(type) :
            type.IsArray ? Array.CreateInstance(type.GetElementType()!, 1) :
            type.IsGenericType && type.GetGenericArguments()[0].MakeArrayType() is var array && array.IsAssignableTo(type) ? Array.CreateInstance(array.GetElementType()!, 1) :
            type.GetConstructor([]) is not null && type.IsAssignableTo(typeof(IEnumerable)) ? Activator.CreateInstance(type) :
            null;
    }

    /// <summary>Keeps the command's text and answers that there are no rows.</summary>
    private sealed class NoServer : DbCommandInterceptor, IDbConnectionInterceptor
    {
        public static readonly AsyncLocal<string?> Written = new();

        public InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData data, InterceptionResult result) => InterceptionResult.Suppress();

        public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData data, InterceptionResult<DbDataReader> result)
        {
            Written.Value = command.CommandText;
            return InterceptionResult<DbDataReader>.SuppressWithResult(new DataTable().CreateDataReader());
        }

        public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData data, InterceptionResult<int> result)
        {
            Written.Value = command.CommandText;
            return InterceptionResult<int>.SuppressWithResult(0);
        }
    }
}

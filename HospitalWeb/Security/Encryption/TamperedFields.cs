using HospitalWeb.Audit;
using HospitalWeb.Data;
using HospitalWeb.Domain.Audit;
using Microsoft.AspNetCore.Diagnostics;

namespace HospitalWeb.Security.Encryption;

/// <summary>A page that meets a field which was tampered with fails; the audit trail says which field, once an hour for each.</summary>
public sealed class TamperedFields(IServiceScopeFactory scopes, TimeProvider time) : IExceptionHandler
{
    private const int FieldsAtMost = 10_000;
    private static readonly TimeSpan Silence = TimeSpan.FromHours(1);
    private readonly Dictionary<(string, Guid?), DateTimeOffset> told = [];
    private readonly Lock telling = new();

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (In(exception) is { } found && IsNews(found))
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<HospitalContext>();
            db.RecordTampering(found.Place, found.Row, found.Message);
            await db.SaveChangesAsync(CancellationToken.None);
        }

        return false;
    }

    private static FieldTampered? In(Exception? failure) => failure is null or FieldTampered ? failure as FieldTampered : In(failure.InnerException);

    private bool IsNews(FieldTampered found)
    {
        var now = time.GetUtcNow();
        lock (telling)
        {
            if (told.TryGetValue((found.Place, found.Row), out var last) && now - last < Silence) return false;
            if (told.Count >= FieldsAtMost) told.Clear();
            told[(found.Place, found.Row)] = now;
            return true;
        }
    }
}

public static class Tampering
{
    extension(HospitalContext db)
    {
        /// <summary>Names the table, the column and the row, never what stands there.</summary>
        public void RecordTampering(string place, Guid? row, string sentence) =>
            db.Record(AuditAction.Tampered, place, row?.ToString() ?? "unknown", outcome: AuditOutcome.Failed, reason: sentence);
    }
}

using System.Text.Json;
using HospitalWeb.Data;
using HospitalWeb.Web.Filters;
using Microsoft.AspNetCore.DataProtection;

namespace HospitalWeb.Security.Sessions;

/// <summary>Keeps what was typed into a form that could not be taken, readable for nobody but its sender.</summary>
public sealed class FormKeeper(HospitalContext db, IDataProtectionProvider protection, TimeProvider time)
{
    public const string PathOfHeld = "/held";

    public async Task<string> KeepAsync(Guid accountId, HttpRequest request)
    {
        var sent = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        // Token and key belonged to the page that was sent; the page that sends it again has its own.
        var fields = sent.Where(field => field.Key is not ("__RequestVerificationToken" or OnceFilter.FieldName)).SelectMany(field => field.Value, (field, value) => KeyValuePair.Create(field.Key, value ?? "")).ToList();
        var sealedFields = For(accountId).Protect(JsonSerializer.Serialize(fields));
        var path = request.PathBase + request.Path + request.QueryString.ToString();
        if (sealedFields.Length > HeldForm.FieldsMaxLength || path.Length > HeldForm.PathMaxLength) return request.PathBase + request.Path;

        var held = new HeldForm { AccountId = accountId, Path = path, Fields = sealedFields, At = time.GetUtcNow() };
        db.Add(held);
        await db.SaveChangesAsync(request.HttpContext.RequestAborted);
        return $"{PathOfHeld}/{held.Id}";
    }

    public List<KeyValuePair<string, string>> Open(HeldForm held) => JsonSerializer.Deserialize<List<KeyValuePair<string, string>>>(For(held.AccountId).Unprotect(held.Fields))!;

    private IDataProtector For(Guid accountId) => protection.CreateProtector(nameof(HeldForm), accountId.ToString());
}

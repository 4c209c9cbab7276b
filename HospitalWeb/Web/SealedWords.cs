using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace HospitalWeb.Web;

/// <summary>What somebody typed to find a patient. Addresses stay in histories and proxies, so there it stands sealed: the search can be gone back to and reloaded, and names nobody.</summary>
public sealed class WordSeal(IDataProtectionProvider protection)
{
    private readonly IDataProtector seal = protection.CreateProtector("words of a search");

    public string? Seal(string? words) => string.IsNullOrWhiteSpace(words) ? null : seal.Protect(words);

    /// <summary>Null for what was not sealed here.</summary>
    public string? Open(string? words)
    {
        try
        {
            return string.IsNullOrEmpty(words) ? null : seal.Unprotect(words);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

/// <summary>Gives a page the words of a search out of its address.</summary>
public sealed class SealedWords(WordSeal words) : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext context)
    {
        var found = context.ValueProvider.GetValue(context.ModelName).FirstValue;
        if (words.Open(found) is { } opened)
        {
            context.ModelState.SetModelValue(context.ModelName, opened, opened);
            context.Result = ModelBindingResult.Success(opened);
        }
        else if (!string.IsNullOrEmpty(found))
        {
            context.ModelState.AddModelError(context.ModelName, "This address is from another search or was cut short. Search again.");
        }

        return Task.CompletedTask;
    }
}

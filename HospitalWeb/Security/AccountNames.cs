using System.Text;
using Microsoft.AspNetCore.Identity;

namespace HospitalWeb.Security;

/// <summary>Names that look alike are one name: compatible forms of a letter, its case and spaces around it make no other.</summary>
public sealed class AccountNames : ILookupNormalizer
{
    public string? NormalizeName(string? name) => name?.Normalize(NormalizationForm.FormKC).Trim().ToUpperInvariant();

    public string? NormalizeEmail(string? email) => NormalizeName(email);
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace HospitalWeb.Web.Forms;

/// <summary>No form takes a number so large that, times another such number, the database could not keep it (numeric(19,4)).</summary>
internal sealed class LargestNumber : IValidationMetadataProvider
{
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        if (context.Key.MetadataKind != ModelMetadataKind.Property || (Nullable.GetUnderlyingType(context.Key.ModelType) ?? context.Key.ModelType) != typeof(decimal)) return;

        context.ValidationMetadata.ValidatorMetadata.Add(new RangeAttribute(typeof(decimal), "-9999999", "9999999")
        {
            ParseLimitsInInvariantCulture = true, ConvertValueInInvariantCulture = true, ErrorMessage = "Enter a number up to 9,999,999.",
        });
    }
}

using Microsoft.AspNetCore.Mvc;

namespace HospitalWeb.Web.Forms;

/// <summary>What a form says when something typed cannot be read at all.</summary>
internal static class FormSentences
{
    public static void UseHospitalSentences(this MvcOptions options)
    {
        options.ModelBinderProviders.Insert(0, new DateOnlyBinder.Provider());
        options.ModelMetadataDetailsProviders.Add(new LargestNumber());
        var sentences = options.ModelBindingMessageProvider;
        sentences.SetAttemptedValueIsInvalidAccessor((typed, field) => $"{field}: “{typed}” cannot be read.");
        sentences.SetNonPropertyAttemptedValueIsInvalidAccessor(typed => $"“{typed}” cannot be read.");
        sentences.SetUnknownValueIsInvalidAccessor(field => $"{field}: what was typed cannot be read.");
        sentences.SetValueMustBeANumberAccessor(field => $"{field} must be a number.");
        sentences.SetNonPropertyValueMustBeANumberAccessor(() => "Enter a number.");
        sentences.SetValueIsInvalidAccessor(typed => $"“{typed}” cannot be read.");
        sentences.SetValueMustNotBeNullAccessor(_ => "Enter a value.");
        sentences.SetMissingBindRequiredValueAccessor(field => $"{field} is missing.");
    }
}

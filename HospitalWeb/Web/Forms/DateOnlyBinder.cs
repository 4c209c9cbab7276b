using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace HospitalWeb.Web.Forms;

/// <summary>Binds a day from what people type. A day that cannot be read is refused in words and shown again as typed.</summary>
internal sealed class DateOnlyBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext context)
    {
        var value = context.ValueProvider.GetValue(context.ModelName);
        if (value == ValueProviderResult.None) return Task.CompletedTask;

        context.ModelState.SetModelValue(context.ModelName, value);
        if (string.IsNullOrWhiteSpace(value.FirstValue))
        {
            if (context.ModelMetadata.IsReferenceOrNullableType) context.Result = ModelBindingResult.Success(null);
            return Task.CompletedTask;
        }

        var clock = context.HttpContext.RequestServices.GetRequiredService<FacilityClock>();
        if (DateText.Parse(value.FirstValue, clock.Today) is { } day) context.Result = ModelBindingResult.Success(day);
        else context.ModelState.TryAddModelError(context.ModelName, $"“{value.FirstValue}” is not a date. Enter a day, for example 14-Jul-1945.");
        return Task.CompletedTask;
    }

    public sealed class Provider : IModelBinderProvider
    {
        public IModelBinder? GetBinder(ModelBinderProviderContext context) => context.Metadata.UnderlyingOrModelType == typeof(DateOnly) ? new DateOnlyBinder() : null;
    }
}

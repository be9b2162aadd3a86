using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace AjsPantry.Infrastructure.Web.Input;

/// <summary>
/// Reads a box: ticked when one of its values says so, and not ticked whatever else is sent. ASP.NET's own binder keeps what it
/// cannot read, and the box then cannot be drawn again.
/// </summary>
public sealed class CheckboxBinder : IModelBinder, IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) => context.Metadata.ModelType == typeof(bool) ? this : null;

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var sent = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (sent == ValueProviderResult.None)
            return Task.CompletedTask;
        var ticked = sent.Any(value => string.Equals(value, "true", StringComparison.OrdinalIgnoreCase));
        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, ticked, ticked ? "true" : "false");
        bindingContext.Result = ModelBindingResult.Success(ticked);
        return Task.CompletedTask;
    }
}

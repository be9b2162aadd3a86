using System.Text.Encodings.Web;
using System.Text.Unicode;
using AjsPantry.Infrastructure.Persistence;
using FluentValidation;
using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.WebEncoders;

namespace AjsPantry.Infrastructure.Web;

/// <summary>Pages, forms and what surrounds them.</summary>
public static class WebSetup
{
    /// <summary>A bill of 200 lines has 1,200 fields; ASP.NET's own limit is 1,024.</summary>
    private const int MostFormFields = 4096;

    public static IServiceCollection AddPantryPages(this IServiceCollection services, bool httpsOnly)
    {
        services.AddRazorPages(options => options.RootDirectory = "/Features").AddMvcOptions(options =>
        {
            options.Filters.Add(new KnownVerbsOnly());
            options.Filters.Add(new ChosenReading());
            options.ModelBinderProviders.Insert(0, new BoxBinder());
        });
        // Our own inputs have validators and no annotations; the forms of Identity's package have nothing but annotations.
        services.AddFluentValidationAutoValidation();
        services.Configure<Microsoft.AspNetCore.Mvc.MvcOptions>(options => options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true);
        services.AddValidatorsFromAssemblyContaining<PantryDb>();
        services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
        services.Configure<FormOptions>(options => options.ValueCountLimit = MostFormFields);
        // Whatever the form may carry can be bound, so that too many lines are answered in words.
        services.Configure<Microsoft.AspNetCore.Mvc.MvcOptions>(options => options.MaxModelBindingCollectionSize = MostFormFields);
        // Names in Arabic, Gujarati or Devanagari stay readable in the page's source and half as large.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = httpsOnly ? "__Host-pantry-form" : "pantry-form";
            options.Cookie.SecurePolicy = httpsOnly ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        });
        services.Configure<Microsoft.AspNetCore.Mvc.CookieTempDataProviderOptions>(options => options.Cookie.Name = httpsOnly ? "__Host-pantry-note" : "pantry-note");
        services.Configure<ForwardedHeadersOptions>(options => options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
        services.AddHttpContextAccessor().AddScoped<SiteAddress>();
        services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));
        services.AddHealth();
        services.AddRateLimiter(options => options.RejectionStatusCode = StatusCodes.Status429TooManyRequests).AddSingleton<TryLimits>().AddSingleton<PageTimes>();
        return services;
    }
}

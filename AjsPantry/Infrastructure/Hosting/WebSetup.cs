using System.Text.Encodings.Web;
using System.Text.Unicode;
using AjsPantry.Infrastructure.Documents;
using AjsPantry.Infrastructure.Forms;
using AjsPantry.Infrastructure.Jobs;
using AjsPantry.Infrastructure.Limits;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Security;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using AjsPantry.Infrastructure.Web.Nodes;
using FluentValidation;
using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.WebEncoders;

namespace AjsPantry.Infrastructure.Hosting;

/// <summary>Pages, forms and what surrounds them.</summary>
public static class WebSetup
{
    private const string NotChosen = "Choose one from the list.";

    public static IServiceCollection AddPantryPages(this IServiceCollection services, IConfiguration configuration, bool httpsOnly)
    {
        services.AddSingleton<FileScanner>();
        services.AddScoped<FloorChoice>().AddJob<CleanUp>().AddSingleton(CleanUp.Scheduled)
            .AddJob<ForgetMarks>().AddSingleton(ForgetMarks.Scheduled);
        services.AddForms();
        services.AddCookies(httpsOnly);
        services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
        // Names in Arabic, Gujarati or Devanagari stay readable in the page's source and half as large.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<ForwardedHeadersOptions>(options => TrustedProxies.Apply(configuration, options));
        services.AddHttpContextAccessor().AddScoped<SiteAddress>();
        services.AddHsts(options =>
        {
            options.MaxAge = TimeSpan.FromDays(365);
            options.IncludeSubDomains = configuration.GetValue("Hsts:IncludeSubDomains", false);
        });
        services.Configure<KestrelServerOptions>(PatienceWithSenders);
        services.AddHealth();
        services.AddRateLimiter(_ => { }).AddWritingLimit();
        services.AddSingleton<TryLimits>().AddSingleton<PageTimes>();
        return services;
    }

    private static void AddForms(this IServiceCollection services)
    {
        services.AddRazorPages(options => options.RootDirectory = "/Features").AddMvcOptions(options =>
        {
            options.Filters.Add(new KnownVerbsOnly());
            options.Filters.Add(new ChosenReading());
            options.Filters.Add<ScannedUploads>();
            options.Filters.Add(new PlainRedirects());
            options.Filters.Add(new RefusedForms());
            options.Filters.Add(new LoggedRefusals());
            options.Filters.Add(new NotAllowedFilter());
            options.ModelBinderProviders.Insert(0, new CheckboxBinder());
            // What a person types is bound as text and checked in words of its own; all else is chosen.
            var messages = options.ModelBindingMessageProvider;
            messages.SetValueMustNotBeNullAccessor(_ => NotChosen);
            messages.SetAttemptedValueIsInvalidAccessor((_, _) => NotChosen);
            messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => NotChosen);
            messages.SetUnknownValueIsInvalidAccessor(_ => NotChosen);
            messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => NotChosen);
            messages.SetValueIsInvalidAccessor(_ => NotChosen);
        });
        services.AddFluentValidationAutoValidation();
        services.AddValidatorsFromAssemblyContaining<PantryDb>();
        services.Configure<Microsoft.AspNetCore.Mvc.MvcOptions>(options =>
        {
            options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            // Whatever the form may carry can be bound, so that too many lines are answered in words.
            options.MaxModelBindingCollectionSize = FormSize.MostFields;
        });
    }

    private static void AddCookies(this IServiceCollection services, bool httpsOnly)
    {
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = HostCookie.Name(httpsOnly, "pantry-form");
            // Strict is not sent when a link in a mail or a chat leads here. The page it leads to would then make a new one, and every form
            // that stood open in another tab would be refused. Forms of other sites send no Lax cookie either.
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = httpsOnly ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        });
        services.Configure<Microsoft.AspNetCore.Mvc.CookieTempDataProviderOptions>(options =>
        {
            options.Cookie.Name = HostCookie.Name(httpsOnly, "pantry-note");
            // ASP.NET Core's own choice is a cookie without "secure", which no browser takes under such a name.
            options.Cookie.SecurePolicy = httpsOnly ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        });
    }

    /// <summary>
    /// How long a node waits for whoever sends slowly. The proxy before it reads a request whole, so that only somebody without one meets
    /// these. What a page takes is said at the page, see <see cref="FormSize"/>.
    /// </summary>
    private static void PatienceWithSenders(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        options.Limits.MaxRequestBodySize = FormSize.Usual;
        options.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        options.Limits.MinRequestBodyDataRate = new(bytesPerSecond: 1024, gracePeriod: TimeSpan.FromSeconds(10));
        options.Limits.MinResponseDataRate = new(bytesPerSecond: 1024, gracePeriod: TimeSpan.FromSeconds(10));
        options.Limits.Http2.MaxStreamsPerConnection = 32;
    }
}

using System.Globalization;
using AjsPantry.Infrastructure.Scopes;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.WebUtilities;

namespace AjsPantry.Features.Shared.Pages;

/// <summary>
/// Keeps the admin's chosen floor in every link, form and button that leads to a page. A link that names a floor itself keeps its own.
/// </summary>
[HtmlTargetElement("a", Attributes = "asp-page")]
[HtmlTargetElement("form", Attributes = "asp-page")]
[HtmlTargetElement("form", Attributes = "asp-page-handler")]
[HtmlTargetElement("button", Attributes = "asp-page-handler")]
public sealed class FloorLinks(FloorChoice choice) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>After ASP.NET's own helpers, which write the address.</summary>
    public override int Order => 1000;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // A page that is about no floor hands on the one it was opened with.
        var floor = choice is { IsOpen: true, Floor: { } chosen } ? chosen.Number
            : choice.Floor is null
                && int.TryParse(ViewContext.HttpContext.Request.Query["floor"], CultureInfo.InvariantCulture, out var kept) ? kept
            : (int?)null;
        if (floor is null)
            return;
        var name = output.TagName switch { "form" => "action", "button" => "formaction", _ => "href" };
        var address = output.Attributes[name]?.Value?.ToString();
        if (address is { Length: > 0 } && !address.Contains("floor=", StringComparison.Ordinal))
            output.Attributes.SetAttribute(
                name, QueryHelpers.AddQueryString(address, "floor", floor.Value.ToString(CultureInfo.InvariantCulture)));
    }
}

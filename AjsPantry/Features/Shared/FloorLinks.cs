using AjsPantry.Infrastructure.Tenancy;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.WebUtilities;

namespace AjsPantry.Features.Shared;

/// <summary>Keeps the admin's chosen floor in every link, form and button that leads to a page. A link that names a floor itself keeps its own.</summary>
[HtmlTargetElement("a", Attributes = "asp-page")]
[HtmlTargetElement("form", Attributes = "asp-page")]
[HtmlTargetElement("form", Attributes = "asp-page-handler")]
[HtmlTargetElement("button", Attributes = "asp-page-handler")]
public sealed class FloorLinks(FloorChoice choice) : TagHelper
{
    /// <summary>After ASP.NET's own helpers, which write the address.</summary>
    public override int Order => 1000;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!choice.IsOpen || choice.Floor is not { } floor)
            return;
        var name = output.TagName switch { "form" => "action", "button" => "formaction", _ => "href" };
        var address = output.Attributes[name]?.Value?.ToString();
        if (address is { Length: > 0 } && !address.Contains("floor=", StringComparison.Ordinal))
            output.Attributes.SetAttribute(name, QueryHelpers.AddQueryString(address, "floor", floor.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }
}

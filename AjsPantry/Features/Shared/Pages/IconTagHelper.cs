using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace AjsPantry.Features.Shared.Pages;

/// <summary>&lt;icon name="bell" /&gt; draws one icon of the sprite. It is decoration: the words beside it carry the meaning.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    /// <summary>A name from icons.txt.</summary>
    public string Name { get; set; } = "";

    /// <summary>The icon for what is not written in a page.</summary>
    public static IHtmlContent Of(string name) =>
        new HtmlString($"<svg class=\"i\" aria-hidden=\"true\"><use href=\"/lib/icons.svg#{name}\"/></svg>");

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "i");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.SetHtmlContent($"<use href=\"/lib/icons.svg#{Name}\"/>");
    }
}

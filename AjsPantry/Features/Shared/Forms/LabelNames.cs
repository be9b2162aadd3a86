using System.Net;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace AjsPantry.Features.Shared.Forms;

/// <summary>Remembers what the fields of a refused form are called, for <see cref="FormSummary"/>.</summary>
[HtmlTargetElement("label", Attributes = "asp-for")]
public sealed class LabelNames : TagHelper
{
    [HtmlAttributeName("asp-for")]
    public ModelExpression For { get; set; } = null!;

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (ViewContext.ModelState.IsValid)
            return;
        // A name in <bdi> is part of the words. What follows in another tag is a remark, such as (optional).
        var content = (await output.GetChildContentAsync()).GetContent();
        var words = content.Replace("<bdi>", "", StringComparison.Ordinal).Replace("</bdi>", "", StringComparison.Ordinal).Split('<')[0];
        FormFields.Of(ViewContext.HttpContext)
            .Name(ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name), WebUtility.HtmlDecode(words).Trim());
    }
}

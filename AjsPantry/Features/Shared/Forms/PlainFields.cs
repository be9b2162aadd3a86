using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace AjsPantry.Features.Shared.Forms;

/// <summary>
/// Remembers where the fields are that pages write without asp-for, such as each box of a group, for <see cref="FormSummary"/>.
/// </summary>
[HtmlTargetElement("input", Attributes = "name,id", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("select", Attributes = "name,id")]
[HtmlTargetElement("textarea", Attributes = "name,id")]
public sealed class PlainFields : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // Razor leaves out an attribute whose value is null.
        if (ViewContext.ModelState.IsValid || output.Attributes["name"] is not { } name || output.Attributes["id"] is not { } id)
            return;
        var field = $"{name.Value}";
        var fields = FormFields.Of(ViewContext.HttpContext);
        if ($"{output.Attributes["type"]?.Value}" == "hidden")
            fields.Hide(field);
        else
            fields.Show(field, $"{id.Value}");
    }
}

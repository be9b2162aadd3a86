using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace AjsPantry.Features.Shared.Forms;

/// <summary>Ties a control to its message for readers of the screen, and marks it, when the field was refused.</summary>
[HtmlTargetElement("input", Attributes = "asp-for")]
[HtmlTargetElement("select", Attributes = "asp-for")]
[HtmlTargetElement("textarea", Attributes = "asp-for")]
public sealed class FieldTagHelper : TagHelper
{
    [HtmlAttributeName("asp-for")]
    public ModelExpression For { get; set; } = null!;

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>After ASP.NET's own helpers, which write the control.</summary>
    public override int Order => 1000;

    /// <summary>The id of the element that carries the messages of a field.</summary>
    public static string ErrorId(string field) => ControlId(field) + "_error";

    /// <summary>The id that ASP.NET gives the control of a field.</summary>
    public static string ControlId(string field) => field.Replace('.', '_').Replace('[', '_').Replace(']', '_');

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        if (!ViewContext.ModelState.TryGetValue(field, out var entry) || entry.Errors.Count == 0)
            return;
        var fields = FormFields.Of(ViewContext.HttpContext);
        if (output.Attributes["type"]?.Value?.ToString() == "hidden")
        {
            fields.Hide(field);
            return;
        }

        fields.Show(field, output.Attributes["id"]?.Value?.ToString() ?? ErrorId(field));
        var described = output.Attributes["aria-describedby"]?.Value?.ToString();
        output.Attributes.SetAttribute("aria-describedby", $"{ErrorId(field)} {described}".Trim());
        output.Attributes.SetAttribute("aria-invalid", "true");
        output.AddClass("is-invalid", System.Text.Encodings.Web.HtmlEncoder.Default);
    }
}

using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Scopes;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace AjsPantry.Features.Help;

/// <summary>The ? in the head of each main page, and in the note of a home page, which leads to what the help says of it.</summary>
[HtmlTargetElement("header", Attributes = "[class='page-head']")]
[HtmlTargetElement("section", Attributes = "[class='note-door']")]
public sealed class HelpMark(Scope scope) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var page = ViewContext.ActionDescriptor.DisplayName;
        if (scope.Person is not { } person || Navigation.For(person).FirstOrDefault(entry => entry.Page == page) is not { } here
            || HelpTopics.Of(here.Page) is null)
            return;
        var link = new TagBuilder("a");
        link.AddCssClass("icon-btn help-mark");
        link.Attributes["href"] = $"/help#{HelpTopics.Mark(here.Folder)}";
        link.Attributes["aria-label"] = $"Help: {person.Tenant.InWords(here.Text)}";
        link.InnerHtml.AppendHtml(IconTagHelper.Of("question-circle"));
        output.PostContent.AppendHtml(link);
    }
}

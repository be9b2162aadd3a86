using System.Globalization;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace AjsPantry.Features.Shared.Weeks;

/// <summary>
/// Browsers write a day or a time in a field as they like; below it stands what all pages would write. A script follows what is chosen.
/// </summary>
[HtmlTargetElement("input", Attributes = "[type=date]", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("input", Attributes = "[type=time]", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DayWords(Scope scope, TimeProvider clock) : TagHelper
{
    /// <summary>After ASP.NET's own helpers, which write the value.</summary>
    public override int Order => 1001;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (scope.Person is not { } person || output.Attributes["id"]?.Value?.ToString() is not { } id)
            return;
        var year = person.Tenant.Today(clock).Year;
        var typed = output.Attributes["value"]?.Value?.ToString();
        var words = new TagBuilder("span");
        words.AddCssClass("form-text day-words");
        words.Attributes["data-day-of"] = id;
        words.Attributes["data-year"] = year.ToString(CultureInfo.InvariantCulture);
        if (DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            words.InnerHtml.Append(Formats.Day(day, year));
        else if (TimeOnly.TryParse(typed, CultureInfo.InvariantCulture, out var time))
            words.InnerHtml.Append(time.ToString("HH:mm", CultureInfo.InvariantCulture));
        output.PostElement.AppendHtml(words);
    }
}

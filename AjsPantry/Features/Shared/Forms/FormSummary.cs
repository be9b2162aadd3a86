using System.Text.Encodings.Web;
using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace AjsPantry.Features.Shared.Forms;

/// <summary>
/// Why a form was refused: what concerns it as a whole, then a link to each wrong field in the order of the page. It takes the focus, so
/// that nobody has to look for it. It is written when the page is done, because only then is it known which fields there are.
/// </summary>
public sealed class FormSummary(ViewContext page) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var fields = FormFields.Of(page.HttpContext);
        var wrong = page.ModelState.Where(entry => entry.Value!.Errors.Count > 0)
            .ToDictionary(entry => entry.Key, entry => entry.Value!, StringComparer.OrdinalIgnoreCase);
        var shown = fields.Shown.Where(field => wrong.ContainsKey(field.Field)).ToList();
        var links = shown.Select(field => field.Field).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var rest = wrong.Where(entry => !links.Contains(entry.Key)).Select(entry => entry.Value);
        var isNote = wrong.Keys.All(key => key == FieldMessage.NoteKey);
        var (look, role) = isNote ? ("wait", "status") : ("bad", "alert");
        writer.Write($"<div class=\"callout {look}\" role=\"{role}\" tabindex=\"-1\" autofocus>");
        IconTagHelper.Of(isNote ? "hourglass-split" : "exclamation-circle").WriteTo(writer, encoder);
        writer.Write("<div>");
        foreach (var error in rest.SelectMany(entry => entry.Errors))
            Paragraph(error).WriteTo(writer, encoder);
        if (shown.Count > 0)
            Links(shown, fields, wrong).WriteTo(writer, encoder);
        writer.Write("</div></div>");
    }

    private static TagBuilder Paragraph(ModelError error)
    {
        var paragraph = new TagBuilder("p");
        paragraph.InnerHtml.Append(error.ErrorMessage);
        return paragraph;
    }

    private static HtmlContentBuilder Links(
        List<(string Field, string Id)> shown, FormFields fields, Dictionary<string, ModelStateEntry> wrong)
    {
        var heading = new TagBuilder("b");
        var list = new TagBuilder("ul");
        heading.InnerHtml.Append(shown.Count == 1 ? "Please correct one field" : $"Please correct {shown.Count} fields");
        list.AddCssClass("plain");
        foreach (var (field, id) in shown)
        {
            var link = new TagBuilder("a");
            var item = new TagBuilder("li");
            link.Attributes["href"] = $"#{id}";
            var label = fields.LabelOf(field);
            var before = label is null ? "" : label.EndsWith('?') ? label + " " : label + ": ";
            link.InnerHtml.Append(before + wrong[field].Errors[0].ErrorMessage);
            item.InnerHtml.AppendHtml(link);
            list.InnerHtml.AppendHtml(item);
        }

        return (HtmlContentBuilder)new HtmlContentBuilder().AppendHtml(heading).AppendHtml(list);
    }
}

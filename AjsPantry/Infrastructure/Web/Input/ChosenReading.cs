using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Filters;

namespace AjsPantry.Infrastructure.Web.Input;

/// <summary>
/// A number that can be read in two ways comes back with a button for each. The button sends the form again with all else as it was
/// typed, and this puts what was chosen into its field before the form is read.
/// </summary>
public sealed partial class ChosenReading : IResourceFilter
{
    /// <summary>The name of the buttons. Their value is the field's name and the number, with = between.</summary>
    public const string Field = "reading";

    /// <summary>What stands at the field of such a number, with both as the residence writes them.</summary>
    public static string Question(TypedNumber number, string culture)
    {
        var ways = number.Readings.Select(way => way.ToString("#,0.###", CultureInfo.GetCultureInfo(culture))).ToList();
        return $"This can be {ways[0]} or {ways[1]}. Choose the one you mean.";
    }

    /// <summary>The numbers of a question; none of any other message.</summary>
    public static IReadOnlyList<string> Ways(string message) =>
        [.. Asked().Match(message).Groups.Values.Skip(1).Where(way => way.Success).Select(way => way.Value)];

    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        // Whoever came this far with a form had its token checked, so it is read.
        var request = context.HttpContext.Request;
        if (context.HttpContext.Features.Get<IFormFeature>()?.Form is not { } form)
            return;
        if (form[Field].ToString().Split('=', 2) is not [var field, var number] || !form.ContainsKey(field))
            return;
        var fields = form.ToDictionary(StringComparer.OrdinalIgnoreCase);
        fields[field] = number;
        request.Form = new FormCollection(fields, form.Files);
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }

    [GeneratedRegex("^This can be (.+) or (.+)\\. Choose the one you mean\\.$")]
    private static partial Regex Asked();
}

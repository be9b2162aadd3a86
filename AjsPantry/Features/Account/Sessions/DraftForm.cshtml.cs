using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Forms;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Account.Sessions;

/// <summary>A form that outlived its session, ready to be sent by the person who typed it.</summary>
public sealed class DraftFormModel(DraftForms forms, FormCookie cookie) : PersonPage
{
    private const int WordsShown = 6;
    private const int LongestWord = 40;

    public DraftFields Form { get; private set; } = null!;

    /// <summary>Some of what was typed, to recognise the form by; not what the form keeps for itself.</summary>
    public string Words => string.Join(", ", Form.Fields
        .Where(typed => !string.IsNullOrWhiteSpace(typed.Value) && typed.Value is not ("true" or "false")
            && !Guid.TryParse(typed.Value, out _))
        .Take(WordsShown)
        .Select(typed => typed.Value.Length <= LongestWord ? typed.Value : InputParser.Cut(typed.Value, LongestWord) + "…"));

    /// <summary>The page on which the form was.</summary>
    public string Origin => Form.Address.Split('?')[0];

    /// <summary>Whoever signs in instead of the person who typed goes on to their own home, and learns nothing of the form.</summary>
    public async Task<IActionResult> OnGetAsync(Guid form, CancellationToken cancellationToken)
    {
        var found = form == FormCookie.Id ? await cookie.OpenAsync(HttpContext) : await forms.OpenAsync(form, cancellationToken);
        if (found is not { } kept)
            return RedirectToPage("/Dashboard/Index");
        Form = kept;
        return Page();
    }
}

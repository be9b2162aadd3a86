using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.People.Person;

public sealed class EditMemberModel(MemberQuery query, EditMember.Handler handler) : MemberPage(query)
{
    [BindProperty]
    public EditMember.Input Input { get; set; } = new();

    /// <summary>Somebody else was quicker; the page shows theirs beside what was typed.</summary>
    public bool IsOvertaken { get; private set; }

    /// <summary>The email changes, for which the password is asked.</summary>
    public bool AsksPassword =>
        ModelState.TryGetValue("Input.Password", out var entry) && (entry.Errors.Count > 0 || !string.IsNullOrEmpty(Input.Password));

    public void OnGet() =>
        Input = new() { Stamp = Member.Stamp, Name = Member.Name, Number = Member.Number, Mail = Member.Mail, Phone = Member.Phone };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return Page();
        if (await handler.HandleAsync(Id, Input, cancellationToken) is not { } outcome)
            return NotFound();
        if (outcome.IsDone)
        {
            Toast = $"{outcome.Value.Name} is saved.";
            return ToMember();
        }

        outcome.ShowIn(ModelState, nameof(Input));
        if (outcome.Messages.Contains(EditMember.Changed))
            await ShowTheirsAsync(cancellationToken);
        return Page();
    }

    /// <summary>
    /// The form keeps what was typed and takes the other stamp, so that saving again is a decision made with both in sight.
    /// </summary>
    private async Task ShowTheirsAsync(CancellationToken cancellationToken)
    {
        IsOvertaken = await FindAsync(cancellationToken);
        Input.Stamp = Member.Stamp;
        ModelState.SetModelValue("Input.Stamp", Input.Stamp, Input.Stamp);
    }
}

namespace AjsPantry.Features.Shared.Forms;

/// <summary>A password to type, with a button that shows it.</summary>
/// <param name="Name">The bound name, such as Input.Password.</param>
/// <param name="Autocomplete">current-password or new-password, for password managers.</param>
public sealed record PasswordField(string Name, string Label, string Autocomplete, string? Help = null)
{
    public string Id => Name.Replace('.', '_');
}

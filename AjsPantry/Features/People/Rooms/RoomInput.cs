using System.Globalization;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;

namespace AjsPantry.Features.People.Rooms;

/// <summary>What people write about a room.</summary>
public sealed record RoomInput
{
    public string? Name { get; set; }

    /// <summary>A short mark, such as 104 or an emoji; may be empty.</summary>
    public string? Label { get; set; }

    /// <summary>The version that the form was filled from; 0 for a new room.</summary>
    public uint Version { get; set; }

    public string NameText => InputParser.Text(Name);

    public string? LabelText => InputParser.Text(Label) is { Length: > 0 } label ? label : null;
}

public sealed class RoomInputValidator : AbstractValidator<RoomInput>
{
    public RoomInputValidator()
    {
        RuleFor(input => input.Name).Words("Write the name.", Room.LongestName);
        RuleFor(input => input.Label).Must(FitsALabel).WithMessage($"A label can have {Room.LongestLabel} characters at most.");
    }

    /// <summary>One emoji may be made of many characters, so both what people count and what the column holds must fit.</summary>
    internal static bool FitsALabel(string? typed) =>
        InputParser.Text(typed) is var text && text.Length <= Room.LongestLabel && new StringInfo(
            text).LengthInTextElements <= Room.LongestLabel;
}

internal static class RoomNames
{
    public static readonly FieldMessage Taken = new(nameof(RoomInput.Name), "This name is already used. Choose another name.");

    /// <summary>The message of a lost race.</summary>
    public static readonly FieldMessage Changed = new(nameof(RoomInput.Version), "Someone else changed this in the meantime.");
}

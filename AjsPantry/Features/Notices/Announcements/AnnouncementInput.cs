using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;

namespace AjsPantry.Features.Notices.Announcements;

/// <summary>What people write when they announce something.</summary>
public sealed record AnnouncementInput
{
    /// <summary>Stands for everybody of the residence where a floor's number could be.</summary>
    public const string Everybody = "all";

    /// <summary>Made with the form of a new one.</summary>
    public Guid SubmissionId { get; set; }

    public string? Title { get; set; }

    public string? Text { get; set; }

    /// <summary>A floor's number or <see cref="Everybody"/>, where the writer has a choice.</summary>
    public string? To { get; set; }

    public string? Until { get; set; }

    public bool Pinned { get; set; }

    /// <summary>The version that the form was filled from; 0 for a new one.</summary>
    public uint Version { get; set; }

    /// <summary>The text with its lines, each of them as <see cref="InputParser.Text"/> has it.</summary>
    internal static string Lines(string? typed) =>
        string.Join('\n', (typed ?? "").ReplaceLineEndings("\n").Split('\n').Select(InputParser.Text)).Trim();
}

public sealed class AnnouncementInputValidator : AbstractValidator<AnnouncementInput>
{
    public AnnouncementInputValidator()
    {
        RuleFor(input => input.Title).Words("Write it in one line.", Announcement.LongestTitle);
        RuleFor(input => input.Text).Must(text => AnnouncementInput.Lines(text) != "").WithMessage("Write the text.");
        RuleFor(input => input.Text).Must(text => AnnouncementInput.Lines(text).Length <= Announcement.LongestText)
            .WithMessage($"Use {Announcement.LongestText} characters at most.");
        RuleFor(input => input.Until).Must(day => InputParser.Day(day) is not null).WithMessage("Choose the last day on which it shows.");
    }
}

namespace AjsPantry.Features.Feedback.Hiding;

/// <summary>Words of a person that those who answer ideas and ratings may hide from everybody else.</summary>
public interface IHideable
{
    /// <summary>Null while everybody of the floor reads them.</summary>
    DateTimeOffset? HiddenAt { get; set; }

    Guid? HiddenById { get; set; }

    /// <summary>What the author is told.</summary>
    string? HiddenReason { get; set; }
}

namespace AjsPantry.Infrastructure.Documents;

/// <summary>How a piece of text is set; sizes in points.</summary>
public sealed record TextStyle(float Size, bool Bold = false, Ink Ink = Ink.Text)
{
    /// <summary>From baseline to baseline.</summary>
    public float LineHeight => Size * 1.36f;

    /// <summary>From the top of a line to its baseline.</summary>
    public float Ascent => Size * 1.02f;
}

/// <summary>The colours of paper.</summary>
public enum Ink
{
    Text,
    Second,
    Hairline,
    Brand,
    Bar,
    Mark,
    Paper,
}

/// <summary>On which side of its column a text stands.</summary>
public enum Align
{
    Left,
    Right,
}

namespace AjsPantry.Features.Fines;

/// <summary>How fines read.</summary>
public static class FineWords
{
    /// <summary>The state as a chip: its word, its colour and its icon.</summary>
    public static (string Word, string Colour, string Icon) Chip(this FineState state) => state switch
    {
        FineState.Open => ("Open", "wait", "hourglass-split"),
        FineState.Paid => ("Paid", "ok", "check-circle-fill"),
        _ => ("Waived", "", "dash-lg"),
    };
}

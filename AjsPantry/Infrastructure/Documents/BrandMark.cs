namespace AjsPantry.Infrastructure.Documents;

/// <summary>The tiffin of our mark, drawn on a square of 64.</summary>
public static class BrandMark
{
    private static readonly (string Path, Ink Ink)[] Parts =
    [
        ("M17 0H47A17 17 0 0 1 64 17V47A17 17 0 0 1 47 64H17A17 17 0 0 1 0 47V17A17 17 0 0 1 17 0z", Ink.Brand),
        ("M11.25 50V21A11.25 11.25 0 0 1 22.5 9.75H41.5A11.25 11.25 0 0 1 52.75 21V50" +
            "H49.25V21A7.75 7.75 0 0 0 41.5 13.25H22.5A7.75 7.75 0 0 0 14.75 21V50z", Ink.Paper),
        ("M28.5 8H35.5A3.5 3.5 0 0 1 35.5 15H28.5A3.5 3.5 0 0 1 28.5 8z", Ink.Paper),
        ("M21 25.5Q21 19.5 27 19.5H37Q43 19.5 43 25.5z", Ink.Paper),
        ("M20 27H44A2 2 0 0 1 46 29V33A2 2 0 0 1 44 35H20A2 2 0 0 1 18 33V29A2 2 0 0 1 20 27z", Ink.Paper),
        ("M20 37H44A2 2 0 0 1 46 39V43A2 2 0 0 1 44 45H20A2 2 0 0 1 18 43V39A2 2 0 0 1 20 37z", Ink.Mark),
        ("M18 47H46V51.5A4 4 0 0 1 42 55.5H22A4 4 0 0 1 18 51.5z", Ink.Paper),
        ("M13 48.8H51A1.8 1.8 0 0 1 51 52.4H13A1.8 1.8 0 0 1 13 48.8z", Ink.Paper),
    ];

    public static void Draw(Page page, float x, float y, float size)
    {
        foreach (var (path, ink) in Parts) page.Path(path, x, y, size / 64, ink);
    }
}

using System.Globalization;

namespace AjsPantry.Features.People;

/// <summary>What stands in a person's circle: the first two letters as people count them; nothing where there is no name.</summary>
public static class Initials
{
    public static string Of(string name)
    {
        var letters = new StringInfo(name);
        return name.Length == 0 ? "" : letters.SubstringByTextElements(0, Math.Min(2, letters.LengthInTextElements)).TrimEnd();
    }
}

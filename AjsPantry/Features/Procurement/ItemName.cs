using AjsPantry.Infrastructure.Search;

namespace AjsPantry.Features.Procurement;

/// <summary>When two items are the same thing: same name whatever its case, accents and signs, same unit.</summary>
public static class ItemName
{
    public static string Normal(string name) => PlainWords.Plain(name) is { Length: > 0 } plain ? plain : name.Trim();
}

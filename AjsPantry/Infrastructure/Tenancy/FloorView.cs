namespace AjsPantry.Infrastructure.Tenancy;

/// <summary>A floor by its key, its number in links and its name.</summary>
public sealed record FloorView(Guid Id, int Number, string Name);

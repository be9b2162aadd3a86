using AjsPantry.Features.TeaTasks.Planning;

namespace AjsPantry.Tests.Features.TeaTasks.Planning;

/// <summary>People who make tea, and a floor that needs one of them each morning.</summary>
internal static class FairExamples
{
    public static readonly DateOnly Monday = new(2026, 3, 16);

    public static readonly DateOnly WindowStart = Monday.AddDays(-180);

    public static readonly HashSet<DayOfWeek> EveryDay = [.. Enum.GetValues<DayOfWeek>()];

    public static readonly FairSlot Morning = new(new Guid(900, 0, 0, new byte[8]), "Morning", 1, EveryDay);

    public static FairPerson Person(int number, IReadOnlyList<DateOnly>? turns = null, DaySpan[]? away = null, int start = 0) =>
        new(new Guid(number, 0, 0, new byte[8]), $"{number}", start, turns ?? [], away ?? []);

    public static string Name(FairPlace place) => place.MemberId is { } id ? $"{BitConverter.ToInt32(id.ToByteArray())}" : "-";
}

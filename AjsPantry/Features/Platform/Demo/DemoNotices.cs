using AjsPantry.Features.Menus.Events;
using AjsPantry.Features.Notices.Announcements;

namespace AjsPantry.Features.Platform.Demo;

/// <summary>On a floor: something announced today, and three events.</summary>
internal sealed class DemoNotices(DemoStage stage, DemoFloor floor)
{
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await PlanAsync("Quran evening", 4, 4, "19:30", "After Maghrib, in the dining hall.\nPlease bring dates.", cancellationToken);
        await PlanAsync("Guests of the residence", 8, 10, null, "Six more eat with us.", cancellationToken);
        await PlanAsync("Kitchen cleaning day", 12, 12, null, null, cancellationToken);
        await AnnounceAsync("No water tomorrow, 10:00–12:00", "Please fill the drinking cans before nine.", cancellationToken);
    }

    private Task<SpecialEvent> PlanAsync(
        string title, int from, int until, string? at, string? text, CancellationToken cancellationToken)
    {
        var input = new EventInput
        {
            Title = title,
            Date = DemoText.Of(stage.Today.AddDays(from)),
            Until = DemoText.Of(stage.Today.AddDays(until)),
            At = at,
            Text = text,
        };
        return stage.DoAsync(floor.Head, stage.At(-3, 12), input,
            (PlanEvent events) => events.AddAsync(floor.Id, input, cancellationToken));
    }

    private Task<Announcement> AnnounceAsync(string title, string text, CancellationToken cancellationToken)
    {
        var input = new AnnouncementInput
        {
            SubmissionId = Guid.CreateVersion7(),
            Title = title,
            Text = text,
            Until = DemoText.Of(stage.Today.AddDays(1)),
        };
        return stage.DoAsync(floor.Head, stage.At(0, 7), input,
            (Announce announcements) => announcements.HandleAsync(floor.View, input, cancellationToken));
    }
}

using AjsPantry.Features.Shared.Homes;

namespace AjsPantry.Features.Notices.Announcements;

/// <summary>What is announced to the person now.</summary>
public sealed class CurrentAnnouncementsCard(AnnouncementsQuery announcements) : IHomeCard, IFloorsCard
{
    private const int Most = 3;

    public Task ReadAsync(Home home, CancellationToken cancellationToken) => AddAsync(home, home.Floor.Id, cancellationToken);

    public Task ReadAsync(FloorsHome home, CancellationToken cancellationToken) => AddAsync(home, null, cancellationToken);

    private async Task AddAsync(HomeView home, Guid? floorId, CancellationToken cancellationToken)
    {
        var current = await home.Cache.ReadAsync(("announcements", floorId, home.Today), async () =>
            await announcements.CurrentAsync(floorId, home.Today, Most, cancellationToken));
        if (current.Count > 0)
            home.Cards.Add(new CurrentAnnouncements(home, current));
    }
}

public sealed record CurrentAnnouncements(HomeView Home, IReadOnlyList<AnnouncementView> Announcements)
    : HomeCard(HomePlace.News, "/Features/Notices/Announcements/_Current.cshtml")
{
    /// <summary>Of somebody who has all floors.</summary>
    public bool IsOfAllFloors => Home.Person.Floor is null;
}

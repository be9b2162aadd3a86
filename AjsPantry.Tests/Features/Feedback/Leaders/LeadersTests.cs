using AjsPantry.Features.Feedback.Leaders;
using AjsPantry.Features.Shared;
using AjsPantry.Tests.Features.Feedback.Ratings;
using AjsPantry.Tests.Features.Menus;
using AjsPantry.Tests.Features.People;
using CsCheck;

namespace AjsPantry.Tests.Features.Feedback.Leaders;

/// <summary>The formula worked by hand, what holds whatever is rated, and the page.</summary>
public sealed class LeadersTests(PantryApp app) : IClassFixture<PantryApp>
{
    private static LeaderCandidate Of(string name, int sum, int count) => new(Guid.NewGuid(), name, new Score(sum, count));

    [Fact]
    public void Five_stars_from_three_people_do_not_beat_a_good_year()
    {
        // All: 15 + 92 + 40 = 147 stars in 3 + 20 + 10 = 33 ratings, 4.4545… on average.
        var ranked = LeaderStanding.Rank([Of("Three fives", 15, 3), Of("A good year", 92, 20), Of("Fair", 40, 10)], new Score(147, 33));
        // (92 + 5 × 4.4545…) / 25 = 4.5709…; (15 + 22.2727…) / 8 = 4.6590…; (40 + 22.2727…) / 15 = 4.1515…
        Assert.Equal([("Three fives", 1, "4.66"), ("A good year", 2, "4.57"), ("Fair", 3, "4.15")],
            ranked.Select(row => (row.Who.Name, row.Place, row.PointsWords)));
        // Among 200 ratings of 3.5 on average three fives are worth less: (15 + 17.5) / 8 = 4.0625 against (92 + 17.5) / 25 = 4.38.
        var among = LeaderStanding.Rank([Of("Three fives", 15, 3), Of("A good year", 92, 20)], new Score(700, 200));
        Assert.Equal(
            [("A good year", 1, "4.38"), ("Three fives", 2, "4.06")], among.Select(row => (row.Who.Name, row.Place, row.PointsWords)));
    }

    [Fact]
    public void Too_few_ratings_rank_nobody_and_equal_ones_share_a_place()
    {
        Assert.Empty(LeaderStanding.Rank([Of("Two fives", 10, 2)], new Score(10, 2)));
        Assert.Empty(LeaderStanding.Rank([], new Score(0, 0)));
        var ranked = LeaderStanding.Rank([Of("B", 12, 3), Of("A", 12, 3), Of("C", 9, 3)], new Score(33, 9));
        Assert.Equal([("A", 1), ("B", 1), ("C", 3)], ranked.Select(row => (row.Who.Name, row.Place)));
    }

    [Fact]
    public void Points_lie_between_the_own_average_and_that_of_all_and_more_of_the_same_comes_closer_to_the_own()
    {
        Gen.Select(Gen.Int[1, 50], Gen.Double[1, 5], Gen.Double[1, 5]).Sample((count, own, all) =>
        {
            var average = (decimal)Math.Round(all, 3);
            var sum = (int)Math.Round(own * count);
            var few = LeaderStanding.Points(new Score(sum, count), average);
            var many = LeaderStanding.Points(new Score(sum * 10, count * 10), average);
            var mine = (decimal)sum / count;
            return few >= Math.Min(mine, average) && few <= Math.Max(mine, average) && Math.Abs(many - mine) <= Math.Abs(few - mine);
        }, iter: 1000);
    }

    [Fact]
    public void One_more_good_word_never_costs_a_place()
    {
        var boards = Gen.Select(Gen.Int[0, 40], Gen.Int[1, 5]).Select((count, stars) => new Score(count * stars, count)).List[1, 8];
        boards.Sample(scores =>
        {
            var all = new Score(scores.Sum(score => score.Sum), scores.Sum(score => score.Count));
            LeaderCandidate[] before = [.. scores.Select((score, index) => Of($"{index}", score.Sum, score.Count))];
            LeaderCandidate[] after =
                [before[0] with { Score = new(before[0].Score.Sum + 5, before[0].Score.Count + 1) }, .. before.Skip(1)];
            int? PlaceIn(LeaderCandidate[] candidates, Score sum) =>
                LeaderStanding.Rank(candidates, sum).SingleOrDefault(row => row.Who.Name == "0")?.Place;
            return PlaceIn(before, all) is not { } place || PlaceIn(after, new(all.Sum + 5, all.Count + 1)) <= place;
        }, iter: 1000);
    }

    [Fact]
    public async Task The_board_counts_the_days_chosen_and_the_own_floor_alone()
    {
        var best = await app.NewRoomAsync("Leading room");
        var other = await app.NewRoomAsync("Other room");
        var cooks = new[] { (best, 5, 1), (best, 5, 2), (best, 4, 3), (other, 3, 4), (other, 3, 5), (other, 2, 6) };
        foreach (var (room, stars, day) in cooks)
            await app.SayAsync(
                await app.PlanAsync(new DateOnly(2026, 3, day), $"Leading dish {day % 2}", room: room), Cast.TeaManager, stars);
        await app.SayAsync(await app.PlanAsync(new DateOnly(2025, 6, 1), "Old leader", room: other), Cast.TeaManager, 5);
        var member = await app.SignInAsync(Cast.Member);
        var rooms = await member.GetAsync("/feedback/leaders");
        Assert.Equal("Leading room leads", rooms.Answer);
        Assert.Contains("From 6 ratings of meals of the last 30 days, 3.7 on average.", rooms.Text, StringComparison.Ordinal);
        // Other tests rated meals of last year too.
        var year = (await member.GetAsync("/feedback/leaders?days=365")).Text;
        Assert.InRange(
            int.Parse(System.Text.RegularExpressions.Regex.Match(year, "From ([0-9]+) ratings").Groups[1].Value,
                System.Globalization.CultureInfo.InvariantCulture), 7, 1000);
        // Room and dish met three times nowhere, so nobody is best at a dish yet; the dishes themselves are ranked.
        Assert.Contains("Leading dish", (await member.GetAsync("/feedback/leaders?of=dishes")).Answer, StringComparison.Ordinal);
        Assert.Equal("Not enough ratings yet", (await (await app.SignInAsync(Cast.OtherFloorMember)).GetAsync("/feedback/leaders")).Answer);
        Assert.Equal("Not enough ratings yet", (await member.GetAsync("/feedback/leaders?of=people")).Answer);
        Assert.Equal(302, (await app.Visit().GetAsync("/feedback/leaders")).Status);
    }

    [Fact]
    public async Task The_board_costs_the_same_however_much_was_rated()
    {
        var member = await app.SignInAsync(Cast.Member);
        await member.GetAsync("/feedback/leaders");
        for (var day = 0; day < 20; day++)
            await app.SayAsync(await app.PlanAsync(new DateOnly(2025, 9, 1).AddDays(day), $"Counted {day}"), Cast.Head, 4);
        app.Commands.Clear();
        await member.GetAsync("/feedback/leaders?days=365&of=dishes");
        Assert.InRange(app.Commands.All.Count, 1, 4);
    }
}

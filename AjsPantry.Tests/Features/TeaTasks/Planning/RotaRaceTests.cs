using AjsPantry.Features.TeaTasks.Duties;
using AjsPantry.Features.TeaTasks.Planning;
using AjsPantry.Features.TeaTasks.Slots;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Tests.Features.People;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.TeaTasks.Planning;

/// <summary>Two who plan the tea of one floor in the same moment.</summary>
public sealed class RotaRaceTests(PantryApp app) : IClassFixture<PantryApp>
{
    private const string Changed = "Someone else changed the draft. This is the latest: check it, then publish.";
    private const string Overtaken = "Someone else changed this in the meantime.";

    private static readonly DateOnly Day = new(2026, 4, 1);

    private FloorView _floor = null!;

    [Fact]
    public async Task Of_two_who_publish_a_draft_one_does()
    {
        var draft = await DraftAsync();
        var answers = await MeetAsync(draft.Id, Publish(Cast.TeaManager, draft), Publish(Cast.Head, draft));
        Assert.Equal([Meeting.Done, "North Tea manager 1 has already published this rota, at 14:30."], answers);
        Assert.Equal(1, await DutiesAsync());
    }

    [Fact]
    public async Task What_is_changed_in_the_same_moment_is_not_published_unseen()
    {
        var draft = await DraftAsync();
        var change = await GiveAsync(Cast.Head, draft.Places[0].Id, Cast.Member);
        Assert.Equal([Meeting.Done, Changed], await MeetAsync(draft.Id, change, Publish(Cast.TeaManager, draft)));
        Assert.Equal(0, await DutiesAsync());
    }

    [Fact]
    public async Task What_is_published_in_the_same_moment_is_no_draft_any_more()
    {
        var draft = await DraftAsync();
        var change = await GiveAsync(Cast.Head, draft.Places[0].Id, Cast.Member);
        Assert.Equal([Meeting.Done, Meeting.NotThere], await MeetAsync(draft.Id, Publish(Cast.TeaManager, draft), change));
        Assert.Null(await app.ReadAsync("North", db => db.TeaDuties.Select(duty => duty.MemberId).SingleAsync()));
    }

    [Fact]
    public async Task What_is_thrown_away_in_the_same_moment_is_not_published()
    {
        var draft = await DraftAsync();
        var answers = await MeetAsync(draft.Id, Discard(Cast.Head, draft), Publish(Cast.TeaManager, draft));
        Assert.Equal([Meeting.Done, Meeting.NotThere], answers);
        Assert.Equal(0, await DutiesAsync());
        Assert.Equal(0, await app.ReadAsync("North", db => db.TeaRotas.CountAsync()));
    }

    [Fact]
    public async Task What_is_published_in_the_same_moment_is_not_thrown_away()
    {
        var draft = await DraftAsync();
        Assert.Equal([Meeting.Done, Meeting.Done], await MeetAsync(draft.Id, Publish(Cast.TeaManager, draft), Discard(Cast.Head, draft)));
        Assert.Equal(1, await DutiesAsync());
        Assert.Equal(1, await app.ReadAsync("North", db => db.TeaRotas.CountAsync(rota => rota.PublishedAt != null)));
    }

    [Fact]
    public async Task Two_who_make_a_draft_leave_one_and_who_saw_the_first_is_told()
    {
        var draft = await DraftAsync();
        Func<Task<string>>[] acts = [await MakeAsync(Cast.Head), await MakeAsync(Cast.Admin)];
        Assert.Equal([Meeting.Done, Meeting.Done], await app.MeetAtTeaAsync(Cast.TenantId("North"), _floor.Id, acts));
        Assert.Equal(1, await app.ReadAsync("North", db => db.TeaRotas.CountAsync()));
        Assert.Equal(1, await app.ReadAsync("North", db => db.TeaDraftPlaces.CountAsync()));
        Assert.Equal(Meeting.NotThere, await Publish(Cast.TeaManager, draft)());
    }

    [Fact]
    public async Task Nobody_gets_two_places_of_one_tea()
    {
        var draft = await DraftAsync(places: 2);
        Func<Task<string>>[] acts =
        [
            await GiveAsync(Cast.Head, draft.Places[0].Id, Cast.Member),
            await GiveAsync(Cast.TeaManager, draft.Places[1].Id, Cast.Member),
        ];
        Assert.Equal([Meeting.Done, "That person already makes this tea. Choose another."], await MeetAsync(draft.Id, acts));
        Assert.Equal(1, await app.ReadAsync("North", db => db.TeaDraftPlaces.CountAsync(place => place.MemberId != null)));
    }

    [Fact]
    public async Task Of_two_who_change_a_time_the_second_is_asked_to_look_again()
    {
        var slot = await SlotAsync();
        var answers = await app.MeetAsync("tea_slots", slot.Id, Save(Cast.TeaManager, slot, "2"), Save(Cast.Head, slot, "3"));
        Assert.Equal([Meeting.Done, Overtaken], answers);
        Assert.Equal(2, (await SlotAsync()).People);
    }

    [Fact]
    public async Task Of_two_who_add_a_time_of_one_name_one_does()
    {
        _floor = await app.FloorAsync("North", 1);
        Func<Task<string>>[] acts = [Add(Cast.TeaManager, "Evening"), Add(Cast.Head, "Evening")];
        var answers = await app.MeetAsync("floors", _floor.Id, acts);
        Assert.Equal([Meeting.Done, "This name is already used. Choose another name, or edit that time."], answers);
        Assert.Equal(1, await app.ReadAsync("North", db => db.TeaSlots.CountAsync(slot => slot.Name == "Evening")));
    }

    [Fact]
    public async Task A_time_that_is_taken_out_of_use_in_the_same_moment_is_not_changed()
    {
        var slot = await SlotAsync();
        var answers = await app.MeetAsync("tea_slots", slot.Id, Archive(Cast.TeaManager, slot), Save(Cast.Head, slot, "3"));
        Assert.Equal([Meeting.Done, Meeting.NotThere], answers);
        var kept = await SlotAsync();
        Assert.NotNull(kept.ArchivedAt);
        Assert.Equal(1, kept.People);
    }

    [Fact]
    public async Task A_time_that_is_changed_in_the_same_moment_is_taken_out_of_use_all_the_same()
    {
        var slot = await SlotAsync();
        var answers = await app.MeetAsync("tea_slots", slot.Id, Save(Cast.Head, slot, "3"), Archive(Cast.TeaManager, slot));
        Assert.Equal([Meeting.Done, Meeting.Done], answers);
        var kept = await SlotAsync();
        Assert.NotNull(kept.ArchivedAt);
        Assert.Equal(3, kept.People);
    }

    [Fact]
    public async Task Two_who_take_a_time_out_of_use_do_so_once()
    {
        var draft = await DraftAsync();
        var slot = await SlotAsync();
        var answers = await app.MeetAsync("tea_slots", slot.Id, Archive(Cast.TeaManager, slot), Archive(Cast.Head, slot));
        Assert.Equal([Meeting.Done, Meeting.Done], answers);
        Assert.Single(await app.TrailAsync(slot.Id), entry => entry.Kind == "Changed");
        Assert.Equal(0, await app.ReadAsync("North", db => db.TeaDraftPlaces.CountAsync()));
        Assert.Equal(Changed, await Publish(Cast.Head, draft)());
    }

    [Fact]
    public async Task A_time_that_is_taken_out_of_use_in_the_same_moment_is_not_published_unseen()
    {
        var draft = await DraftAsync();
        var slot = await SlotAsync();
        Assert.Equal([Meeting.Done, Changed], await MeetAsync(draft.Id, Archive(Cast.Head, slot), Publish(Cast.TeaManager, draft)));
        Assert.Equal(0, await DutiesAsync());
    }

    [Fact]
    public async Task Two_who_say_how_far_back_turns_count_leave_one_answer()
    {
        _floor = await app.FloorAsync("North", 1);
        Func<Task<string>>[] acts = [Count(Cast.TeaManager, "60"), Count(Cast.Head, "90")];
        Assert.Equal([Meeting.Done, Meeting.Done], await app.MeetAsync("floors", _floor.Id, acts));
        Assert.Equal([90], await app.ReadAsync("North", db => db.TeaSettings.Select(settings => settings.WindowDays).ToListAsync()));
    }

    private async Task<TeaRota> DraftAsync(int places = 1)
    {
        _floor = await app.FloorAsync("North", 1);
        var first = await app.DraftPlaceAsync(Day);
        return await app.ReadAsync("North", async db =>
        {
            var draft = await db.TeaRotas.Include(rota => rota.Places).SingleAsync(rota => rota.Places.Any(place => place.Id == first));
            for (var place = 2; place <= places; place++)
                draft.Places.Add(new() { SlotId = draft.Places[0].SlotId, Date = Day, Place = place, Why = "Nobody is named yet." });
            await db.SaveChangesAsync();
            return draft;
        });
    }

    /// <summary>The floor's morning tea as it stands, in use or not.</summary>
    private async Task<TeaSlot> SlotAsync()
    {
        _floor = await app.FloorAsync("North", 1);
        if (await app.ReadAsync("North", db => db.TeaSlots.CountAsync()) == 0)
            await app.SlotAsync();
        return await app.ReadAsync("North", db => db.TeaSlots.AsNoTracking().SingleAsync());
    }

    private Task<int> DutiesAsync() => app.ReadAsync("North", db => db.TeaDuties.CountAsync());

    private Task<string[]> MeetAsync(Guid id, params Func<Task<string>>[] acts) => app.MeetAsync("tea_rotas", id, acts);

    private Func<Task<string>> Publish(Person person, TeaRota draft) =>
        app.Act<PublishRota, PublishRota.Done>(person, _floor, handler => handler.HandleAsync(_floor, draft.Id, draft.Version, default));

    private async Task<Func<Task<string>>> GiveAsync(Person person, Guid place, Person to)
    {
        var input = new ChangeDraft.Input { Person = $"{await app.IdAsync(to)}" };
        return app.Act<ChangeDraft.Handler, TeaDraftPlace>(
            person, _floor, handler => handler.HandleAsync(_floor.Id, place, input, default));
    }

    private Func<Task<string>> Discard(Person person, TeaRota draft) =>
        app.Act<ChangeDraft.Handler, TeaRota>(person, _floor, async handler =>
        {
            await handler.DiscardAsync(_floor.Id, draft.Id, default);
            return draft;
        });

    private async Task<Func<Task<string>>> MakeAsync(Person person)
    {
        var day = Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var input = new MakeDraft.Input { From = day, Until = day, People = [$"{await app.IdAsync(Cast.Member)}"] };
        return app.Act<MakeDraft.Handler, TeaRota>(person, _floor, async handler => await handler.HandleAsync(_floor.Id, input, default));
    }

    private Func<Task<string>> Save(Person person, TeaSlot slot, string people)
    {
        var input = new SaveSlot.Input { Name = slot.Name, People = people, Weekdays = [1], Version = slot.Version };
        return app.Act<SaveSlot.Handler, TeaSlot>(person, _floor, handler => handler.HandleAsync(_floor.Id, slot.Id, input, default));
    }

    private Func<Task<string>> Add(Person person, string name)
    {
        var input = new SaveSlot.Input { Name = name, Weekdays = [1] };
        return app.Act<SaveSlot.Handler, TeaSlot>(person, _floor, handler => handler.HandleAsync(_floor.Id, null, input, default));
    }

    private Func<Task<string>> Archive(Person person, TeaSlot slot) => app.Act<ArchiveSlot, TeaSlot>(
        person, _floor, async handler => await handler.HandleAsync(_floor.Id, slot.Id, default) ? (Outcome<TeaSlot>)slot : null);

    private Func<Task<string>> Count(Person person, string days)
    {
        var input = new SaveWindow.Input { Days = days };
        return app.Act<SaveWindow.Handler, SaveWindow.Input>(person, _floor, async handler =>
        {
            await handler.HandleAsync(_floor.Id, input, default);
            return input;
        });
    }
}

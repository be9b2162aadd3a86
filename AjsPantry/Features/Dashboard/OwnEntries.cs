using AjsPantry.Features.Feedback.Ideas;
using AjsPantry.Features.Fines;
using AjsPantry.Features.Menus.CookingTurns;
using AjsPantry.Features.Menus.CookingTurns.Days;
using AjsPantry.Features.Menus.CookingTurns.Swaps;
using AjsPantry.Features.People.Rooms;
using AjsPantry.Features.Procurement;
using AjsPantry.Features.Requests;
using AjsPantry.Features.Shared.Swaps;
using AjsPantry.Features.TeaTasks;
using AjsPantry.Features.TeaTasks.Duties;
using AjsPantry.Features.TeaTasks.Swaps;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Dashboard;

/// <summary>What is the person's own to do or to know. Each property is a part of one command.</summary>
/// <param name="firstToCook">The first day whose meals are still to come.</param>
internal sealed class OwnEntries(PantryDb db, Guid floorId, Guid memberId, DateOnly today, DateOnly firstToCook)
{
    private const int MostTurns = 5;
    private const int MostTeas = 8;
    private const int MostRequests = 3;
    private const int MostItems = 30;
    private const int MostFines = 5;
    private const int MostIdeas = 2;

    public IEnumerable<IQueryable<HomeEntry>> All => [Turns, Teas, AskedTeas, AskedTurns, Requests, Items, Fines, Ideas];

    private IQueryable<RoomStay> Stays => db.Set<RoomStay>().Where(stay => stay.MemberId == memberId && stay.Until == null);

    private IQueryable<HomeEntry> Turns
    {
        get
        {
            var stays = Stays;
            var absences = TurnsQuery.Absences(db, memberId);
            var unattended = TurnsQuery.Unattended(db);
            return db.Duties.AsNoTracking()
                .Where(duty => duty.FloorId == floorId && duty.Date >= today && stays.Any(stay => stay.RoomId == duty.RoomId))
                .OrderBy(duty => duty.Date).Take(MostTurns)
                .Select(duty => new HomeEntry
                {
                    Kind = HomeKind.MyTurn,
                    Id = duty.Id,
                    Date = duty.Date,
                    Until = HomeEntry.Never,
                    Title = duty.Room!.Name + "",
                    More = "",
                    State = unattended.Any(other => other.Id == duty.Id) ? "AllAway"
                        : absences.Any(away => away.From <= duty.Date && away.Until >= duty.Date) ? "Away" : "",
                    Number = 0m,
                    Flag = true,
                });
        }
    }

    /// <summary>What is to come, and what the person has not said of yet whether it was done.</summary>
    private IQueryable<HomeEntry> Teas
    {
        get
        {
            var lately = today.AddDays(-TeaStates.DaysToMark);
            return db.TeaDuties.AsNoTracking()
                .Where(duty => duty.FloorId == floorId && duty.MemberId == memberId && duty.Date >= lately
                    && (duty.State == TeaState.Planned || duty.State == TeaState.Accepted
                        || (duty.State == TeaState.NotConfirmed && duty.Date <= today)))
                .OrderBy(duty => duty.Date).ThenBy(duty => duty.Slot!.Position).Take(MostTeas)
                .Select(duty => new HomeEntry
                {
                    Kind = HomeKind.MyTea,
                    Id = duty.Id,
                    Date = duty.Date,
                    Until = HomeEntry.Never,
                    Title = duty.Slot!.Name + "",
                    More = "",
                    State = duty.State == TeaState.Planned ? "Planned" : duty.State == TeaState.Accepted ? "Accepted" : "NotConfirmed",
                    Number = duty.Slot.At == null ? -1m : Convert.ToDecimal((duty.Slot.At.Value.Hour * 60) + duty.Slot.At.Value.Minute),
                    Flag = true,
                });
        }
    }

    /// <summary>What everybody was asked is for those who are there and do not make that tea already.</summary>
    private IQueryable<HomeEntry> AskedTeas
    {
        get
        {
            var absences = db.Requests.Where(Request.IsAbsence).Where(request => request.MemberId == memberId);
            var teas = db.TeaDuties.Where(TeaDuty.IsLive).Where(duty => duty.MemberId == memberId);
            return db.TeaSwaps.AsNoTracking()
                .Where(swap => swap.FloorId == floorId && swap.State == SwapState.Asked && swap.Duty!.Date >= today
                    && swap.AskedById != memberId && (swap.AskedOfId == memberId || (swap.AskedOfId == null
                        && !absences.Any(away => away.From <= swap.Duty!.Date && away.Until >= swap.Duty.Date)
                        && !teas.Any(tea => tea.Date == swap.Duty!.Date && tea.SlotId == swap.Duty.SlotId))))
                    .OrderBy(swap => swap.Duty!.Date).Take(MostRequests)
                    .Select(swap =>
                        new HomeEntry
                        {
                            Kind = HomeKind.AskedTea,
                            Id = swap.Id,
                            Date = swap.Duty!.Date,
                            Until = HomeEntry.Never,
                            Title = swap.AskedBy!.Name + "",
                            More = swap.Duty.Slot!.Name + "",
                            State = "",
                            Number = 0m,
                            Flag = swap.AskedOfId != null
                        });
        }
    }

    private IQueryable<HomeEntry> AskedTurns
    {
        get
        {
            var stays = Stays;
            return db.TurnSwaps.AsNoTracking()
                .Where(swap => swap.FloorId == floorId && swap.State == SwapState.Asked && swap.GivesDate >= firstToCook
                    && swap.TakesDate >= firstToCook && swap.AskedById != memberId && stays.Any(stay => stay.RoomId == swap.TakesRoomId))
                .OrderBy(swap => swap.GivesDate).Take(MostRequests)
                .Select(swap =>
                    new HomeEntry
                    {
                        Kind = HomeKind.AskedTurn,
                        Id = swap.Id,
                        Date = swap.GivesDate,
                        Until = swap.TakesDate,
                        Title = swap.GivesRoom!.Name + "",
                        More = "",
                        State = "",
                        Number = 0m,
                        Flag = true
                    });
        }
    }

    /// <summary>Those that wait, and what became of those whose days are not over.</summary>
    private IQueryable<HomeEntry> Requests =>
        db.Requests.AsNoTracking()
            .Where(request => request.MemberId == memberId && request.State != RequestState.Cancelled && request.Until >= today)
            .OrderByDescending(request => request.CreatedAt).Take(MostRequests)
            .Select(request => new HomeEntry
            {
                Kind = HomeKind.MyRequest,
                Id = request.Id,
                Date = request.From,
                Until = request.Until,
                Title = "",
                More = "",
                State = request.State == RequestState.Open ? "Open" : request.State == RequestState.Approved ? "Approved" : "Declined",
                Number = request.Kind == RequestKind.Absence ? 0m : request.Kind == RequestKind.ScheduleChange ? 1m : 2m,
                Flag = true,
            });

    private IQueryable<HomeEntry> Items =>
        db.ShoppingItems.AsNoTracking()
            .Where(item => item.FloorId == floorId && item.AssigneeId == memberId && item.State == ShoppingState.Assigned)
                .OrderBy(item => item.NeededBy ?? DateOnly.MaxValue).ThenBy(item => item.AddedAt).Take(MostItems)
            .Select(item =>
                new HomeEntry
                {
                    Kind = HomeKind.MyItem,
                    Id = item.Id,
                    Date = item.NeededBy ?? HomeEntry.Never,
                    Until = HomeEntry.Never,
                    Title = item.Name + "",
                    More = item.Unit + "",
                    State = "",
                    Number = Convert.ToDecimal(item.Quantity),
                    Flag = item.Priority == Priority.High
                });

    private IQueryable<HomeEntry> Fines
    {
        get
        {
            var stays = db.Set<RoomStay>();
            return db.Fines.AsNoTracking()
                .Where(fine => fine.FloorId == floorId && fine.State == FineState.Open && (fine.MemberId == memberId
                    || stays.Any(stay => stay.RoomId == fine.RoomId && stay.MemberId == memberId && stay.Since <= fine.RecordedAt
                        && (stay.Until == null || stay.Until > fine.RecordedAt))))
                .OrderByDescending(fine => fine.Date).Take(MostFines)
                .Select(fine =>
                    new HomeEntry
                    {
                        Kind = HomeKind.MyFine,
                        Id = fine.Id,
                        Date = fine.Date,
                        Until = HomeEntry.Never,
                        Title = fine.Reason + "",
                        More = fine.Room == null ? "" : fine.Room.Name + "",
                        State = "",
                        Number = Convert.ToDecimal(fine.Amount),
                        Flag = true
                    });
        }
    }

    private IQueryable<HomeEntry> Ideas =>
        db.Ideas.AsNoTracking().Where(idea => idea.FloorId == floorId && idea.State == IdeaState.Open)
            .OrderByDescending(idea => idea.Votes.Count).ThenByDescending(idea => idea.CreatedAt).Take(MostIdeas)
            .Select(idea =>
                new HomeEntry
                {
                    Kind = HomeKind.Idea,
                    Id = idea.Id,
                    Date = HomeEntry.Never,
                    Until = HomeEntry.Never,
                    Title = idea.Title + "",
                    More = idea.Author!.Name == "" ? idea.Author.Number + "" : idea.Author.Name + "",
                    State = "",
                    Number = Convert.ToDecimal(idea.Votes.Count),
                    Flag = idea.Votes.Any(vote => vote.MemberId == memberId)
                });
}

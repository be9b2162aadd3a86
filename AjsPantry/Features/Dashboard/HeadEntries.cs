using AjsPantry.Features.Loans;
using AjsPantry.Features.Menus.Suggestions;
using AjsPantry.Features.Procurement;
using AjsPantry.Features.Requests;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Dashboard;

/// <summary>
/// What of a floor waits for its pantry head, all of it: the page says how much there is, and so do the pages it leads to.
/// </summary>
internal sealed class HeadEntries(PantryDb db, Guid floorId, Guid memberId, DateOnly today)
{
    public IEnumerable<IQueryable<HomeEntry>> All => [Away, People, Requests, Wishes, Items, Loans, Returns];

    private IQueryable<HomeEntry> Away =>
        db.Requests.AsNoTracking().Where(Request.IsAbsence)
            .Where(request => request.Member!.FloorId == floorId && request.Member.DeactivatedAt == null && request.From <= today
                && request.Until >= today)
            .OrderBy(request => NameOrder.Of(request.Member!.Name))
            .Select(request =>
                new HomeEntry
                {
                    Kind = HomeKind.Away,
                    Id = request.Id,
                    Date = request.From,
                    Until = request.Until,
                    Title = request.Member!.Name == "" ? request.Member.Number + "" : request.Member.Name + "",
                    More = "",
                    State = "",
                    Number = 0m,
                    Flag = false
                });

    private IQueryable<HomeEntry> People
    {
        get
        {
            var members = db.Members.Where(Member.IsActive).Where(member => member.FloorId == floorId);
            return db.Floors.AsNoTracking().Where(floor => floor.Id == floorId)
                .Select(floor =>
                    new HomeEntry
                    {
                        Kind = HomeKind.People,
                        Id = floor.Id,
                        Date = HomeEntry.Never,
                        Until = HomeEntry.Never,
                        Title = "",
                        More = "",
                        State = "",
                        Number = Convert.ToDecimal(members.Count()),
                        Flag = false
                    });
        }
    }

    /// <summary>A pantry head's own requests are an admin's to decide.</summary>
    private IQueryable<HomeEntry> Requests =>
        db.Requests.AsNoTracking()
            .Where(request => request.FloorId == floorId && request.MemberId != memberId && request.Member!.Role != Role.PantryHead)
                .Where(Request.Waits(today)).OrderBy(request => request.From)
            .Select(request => new HomeEntry
            {
                Kind = HomeKind.Request,
                Id = request.Id,
                Date = request.From,
                Until = request.Until,
                Title = request.Member!.Name == "" ? request.Member.Number + "" : request.Member.Name + "",
                More = "",
                State = "",
                Number = request.Kind == RequestKind.Absence ? 0m : request.Kind == RequestKind.ScheduleChange ? 1m : 2m,
                Flag = false,
            });

    private IQueryable<HomeEntry> Wishes =>
        db.MealSuggestions.AsNoTracking().Where(MealSuggestion.Waits(today)).Where(wish => wish.FloorId == floorId)
            .OrderByDescending(wish => wish.CreatedAt)
            .Select(wish =>
                new HomeEntry
                {
                    Kind = HomeKind.Wish,
                    Id = wish.Id,
                    Date = wish.Date,
                    Until = HomeEntry.Never,
                    Title = wish.Dish + "",
                    More = wish.Member!.Name + "",
                    State = "",
                    Number = 0m,
                    Flag = false
                });

    private IQueryable<HomeEntry> Items =>
        db.ShoppingItems.AsNoTracking()
            .Where(item => item.FloorId == floorId && (item.State == ShoppingState.Needed || item.State == ShoppingState.Assigned))
                .OrderBy(item => item.AddedAt)
            .Select(item =>
                new HomeEntry
                {
                    Kind = HomeKind.Item,
                    Id = item.Id,
                    Date = item.NeededBy ?? HomeEntry.Never,
                    Until = HomeEntry.Never,
                    Title = item.Name + "",
                    More = item.Unit + "",
                    State = "",
                    Number = Convert.ToDecimal(item.Quantity),
                    Flag = false
                });

    /// <summary>Offered to the floor, or borrowed and late.</summary>
    private IQueryable<HomeEntry> Loans =>
        db.Loans.AsNoTracking()
            .Where(loan => loan.BorrowerFloorId == floorId
                && (loan.State == LoanState.Offered || (loan.State == LoanState.Lent && loan.DueOn < today))).OrderBy(loan => loan.LentOn)
            .Select(loan =>
                new HomeEntry
                {
                    Kind = HomeKind.Loan,
                    Id = loan.Id,
                    Date = loan.DueOn ?? HomeEntry.Never,
                    Until = HomeEntry.Never,
                    Title = loan.Item + "",
                    More = loan.LenderFloor!.Name + "",
                    State = loan.State == LoanState.Offered ? "Offered" : "Late",
                    Number = 0m,
                    Flag = false
                });

    /// <summary>Said to have been given back.</summary>
    private IQueryable<HomeEntry> Returns =>
        db.Loans.AsNoTracking().Where(loan => loan.LenderFloorId == floorId && loan.Returns.Any(back => back.Confirmed == null))
            .OrderBy(loan => loan.LentOn)
            .Select(loan =>
                new HomeEntry
                {
                    Kind = HomeKind.Loan,
                    Id = loan.Id,
                    Date = loan.LentOn,
                    Until = HomeEntry.Never,
                    Title = loan.Item + "",
                    More = loan.BorrowerFloor!.Name + "",
                    State = "Returned",
                    Number = 0m,
                    Flag = false
                });
}

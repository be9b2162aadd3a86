using System.Text;
using AjsPantry.Features.Expenses.Bills;
using AjsPantry.Features.Expenses.Budgets;
using AjsPantry.Features.Expenses.MonthEnd;
using AjsPantry.Features.Expenses.Receipts;
using AjsPantry.Features.Expenses.Reports.Custom;
using AjsPantry.Features.Expenses.Reports.Stored;
using AjsPantry.Features.Feedback;
using AjsPantry.Features.Feedback.Ideas;
using AjsPantry.Features.Feedback.Ratings;
using AjsPantry.Features.Fines;
using AjsPantry.Features.Loans;
using AjsPantry.Features.Menus;
using AjsPantry.Features.Menus.Calendar;
using AjsPantry.Features.Menus.CookingTurns.Days;
using AjsPantry.Features.Menus.CookingTurns.Rota;
using AjsPantry.Features.Menus.CookingTurns.Swaps;
using AjsPantry.Features.Menus.Dishes;
using AjsPantry.Features.Menus.Dishes.Champions;
using AjsPantry.Features.Menus.Events;
using AjsPantry.Features.Menus.Suggestions;
using AjsPantry.Features.Notices;
using AjsPantry.Features.Notices.Announcements;
using AjsPantry.Features.People.Roles;
using AjsPantry.Features.People.Rooms;
using AjsPantry.Features.Procurement;
using AjsPantry.Features.Requests;
using AjsPantry.Features.Shared.Goods;
using AjsPantry.Features.TeaTasks;
using AjsPantry.Features.TeaTasks.Duties;
using AjsPantry.Features.TeaTasks.Planning;
using AjsPantry.Features.TeaTasks.Slots;
using AjsPantry.Features.TeaTasks.Swaps;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AjsPantry.Features.Administration.Audit;

/// <summary>Names of tables, columns and states as people read them. What is not listed reads as its own name in small letters.</summary>
public static class AuditWords
{
    private static readonly Dictionary<string, string> Things = new()
    {
        [nameof(Tenant)] = "settings",
        [nameof(Member)] = "person",
        [nameof(MemberClaim)] = "account detail",
        [nameof(MemberLogin)] = "outside sign-in",
        [nameof(MemberToken)] = "two-step sign-in",
        [nameof(Invitation)] = "invitation link",
        [nameof(Floor)] = "floor",
        [nameof(Room)] = "room",
        [nameof(RoomStay)] = "stay in a room",
        [nameof(Bill)] = "bill",
        [nameof(BillLine)] = "bill item",
        [nameof(KeptReport)] = "report",
        [nameof(Receipt)] = "receipt",
        [nameof(Budget)] = "budget",
        [nameof(ReportPutAway)] = "archiving of a report",
        [nameof(MonthClosing)] = "closing of a month",
        [nameof(ShoppingItem)] = "shopping item",
        [nameof(Loan)] = "loan between floors",
        [nameof(LoanReturn)] = "return of a loan",
        [nameof(Fine)] = "fine",
        [nameof(Dish)] = "dish",
        [nameof(DishIngredient)] = "ingredient",
        [nameof(DishChampion)] = "best cook of a dish",
        [nameof(Menu)] = "meal",
        [nameof(Rating)] = "rating",
        [nameof(FeedbackSettings)] = "names with ratings",
        [nameof(Idea)] = "idea",
        [nameof(IdeaVote)] = "vote for an idea",
        [nameof(IdeaComment)] = "comment on an idea",
        [nameof(CookingRota)] = "cooking rota",
        [nameof(CookingRotaRoom)] = "place in the cooking rota",
        [nameof(LeaveDay)] = "day without cooking",
        [nameof(Duty)] = "cooking turn",
        [nameof(TurnSwap)] = "swap of cooking turns",
        [nameof(MealSuggestion)] = "meal suggestion",
        [nameof(CalendarFeed)] = "calendar link",
        [nameof(SpecialEvent)] = "event",
        [nameof(Announcement)] = "announcement",
        [nameof(NoticeSettings)] = "notification settings",
        [nameof(Request)] = "request",
        [nameof(TeaSlot)] = "time for tea",
        [nameof(TeaSettings)] = "tea settings",
        [nameof(TeaRota)] = "tea rota",
        [nameof(TeaDuty)] = "tea turn",
        [nameof(TeaSwap)] = "question to take over tea",
    };

    private static readonly Dictionary<string, string> Labels = new()
    {
        ["AccessFailedCount"] = "Wrong passwords in a row",
        ["LockoutEnd"] = "Locked until",
        ["PasswordHash"] = "Password",
        ["TwoFactorEnabled"] = "Two-step sign-in",
        ["UserName"] = "Internal name",
        ["Email"] = "Email",
        ["EmailConfirmed"] = "Email confirmed",
        ["PhoneNumber"] = "Phone",
        ["DeactivatedAt"] = "Deactivated",
        ["CameAt"] = "Came on",
        ["ArchivedAt"] = "Archived",
        ["VoidedAt"] = "Voided",
        ["VoidReason"] = "Reason for voiding",
        ["SuspendedAt"] = "Suspended",
        ["SuspendReason"] = "Reason for suspension",
        ["CreatedAt"] = "Added on",
        ["At"] = "Time of day",
        ["WithdrawnAt"] = "Withdrawn",
        ["HiddenAt"] = "Hidden on",
        ["HiddenReason"] = "Reason for hiding",
        ["UsedAt"] = "Used",
        ["PhotoAt"] = "Photo added on",
        ["ExpiresAt"] = "Works until",
        ["LinesTotal"] = "Items",
        ["Charges"] = "Delivery and charges",
        ["RoomWord"] = "Word for a room",
        ["FloorWord"] = "Word for a floor",
        ["Honorifics"] = "Forms of address",
        ["ShowsHijri"] = "Hijri dates",
        ["DayLabels"] = "Words for weekdays",
        ["KeyHash"] = "Key",
        ["CodeHash"] = "Code",
        [SecondVoice.Asked] = "Asked for by one admin",
        [SecondVoice.Agreed] = "Agreed by two admins",
        ["WindowDays"] = "Days counted",
        ["MarkedAt"] = "Marked on",
        ["FollowsId"] = "Instead of",
        ["OneSession"] = "One device at a time",
        ["SecondFactorRoles"] = "Require two-step sign-in for",
        ["SharedIdleMinutes"] = "Sign out shared devices after",
        ["OwnIdleDays"] = "Sign out personal devices after",
        ["AbsoluteDays"] = "Ask for the password again after",
        ["FileMegabytes"] = "Space for photos and receipts, in MB",
        ["Culture"] = "Amounts look like",
        ["NormalName"] = "Name for comparing",
        ["MergedIntoId"] = "Merged into",
        ["Content"] = "The report itself",
        ["AlertAt"] = "Warn at % spent",
        ["AllocatedAt"] = "Allocated on",
        ["WithdrawReason"] = "Reason for withdrawal",
        ["ReversesId"] = "Reverses",
        ["ClosedAt"] = "Closed on",
        ["ConfirmedAt"] = "Confirmed on",
        ["ReopenedAt"] = "Reopened on",
        ["ReopenReason"] = "Reason for reopening",
        [$"{nameof(Receipt)}.AddedAt"] = "Added on",
        [$"{nameof(Receipt)}.RemovedAt"] = "Removed on",
        [$"{nameof(Receipt)}.Size"] = "Size in bytes",
        [$"{nameof(Receipt)}.Sha256"] = "Checksum",
        [$"{nameof(Receipt)}.Kind"] = "Kind of file",
        [$"{nameof(MemberToken)}.Value"] = "Secret",
    };

    /// <summary>Columns that name a row, the best first. Those of a whole name its parts.</summary>
    public static IReadOnlyList<string> NameProperties { get; } = ["Name", "Title", "Item", "Number", "DishId", "MemberId", "RoomId",
        "BillId", "FloorId", "UserId"];

    /// <summary>Identity's own names of what it keeps for two-step sign-in, in words; any other text as it is.</summary>
    public static string Named(string text) =>
        text switch { "AuthenticatorKey" => "key of the app", "RecoveryCodes" => "recovery codes", _ => text };

    public static string Thing(string thing) => Things.GetValueOrDefault(thing) ?? Spaced(thing).ToLowerInvariant();

    public static string Label(string thing, string property) =>
        Labels.GetValueOrDefault($"{thing}.{property}") ?? Labels.GetValueOrDefault(property)
        ?? Spaced(property.Length > 2 && property.EndsWith("Id", StringComparison.Ordinal) ? property[..^2] : property);

    public static string Of(Enum state) => state switch
    {
        Role role => role.Words(),
        Category category => category.Words(),
        DishCategory category => category.Words(),
        BudgetKind kind => kind.Words(),
        Priority priority => priority.Words(),
        NoticeKind kind => kind.Words(),
        TeaState tea => tea.Words(),
        LoanKind kind => kind.Words(),
        RequestKind kind => kind.Words(),
        RequestState request => request.Chip().Word,
        _ => Spaced(state.ToString()),
    };

    /// <summary>Every kind of thing that leaves entries, by its words, for people to choose from.</summary>
    public static IReadOnlyList<Choice> AllThings(IModel model) =>
    [
        .. model.GetEntityTypes().Select(type => type.ClrType)
            .Where(type => type == typeof(Tenant)
                || (typeof(ITenantOwned).IsAssignableFrom(type) && !type.IsDefined(typeof(NotAuditedAttribute), false)))
            .Select(type => new Choice(type.Name, Thing(type.Name))).OrderBy(choice => choice.Words, StringComparer.Ordinal),
    ];

    /// <summary>RecordedBy becomes Recorded by.</summary>
    private static string Spaced(string name)
    {
        var words = new StringBuilder();
        foreach (var letter in name)
            words.Append(words.Length > 0 && char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : letter.ToString());
        return words.ToString();
    }
}

using AjsPantry.Infrastructure.Rights;

namespace AjsPantry.Tests.Features.Shared.Sweeps;

/// <summary>
/// Where every page of the product is found, with something to show on it. The sweeps of rights, marks, forms and browsers all go by
/// it, so a new page is one line here and one in <see cref="PageRights"/>.
/// </summary>
internal static class SiteMap
{
    private static readonly Stop Plain = new();

    private static readonly string[] SignedIn = ["member", "tea manager", "pantry head", "admin", "operator"];

    public static readonly IReadOnlyDictionary<string, Stop> Table = new Dictionary<string, Stop>
    {
        ["/Account/MyData/Export"] = Plain.File.AllFloorsFor(Role.Admin),
        ["/Account/Password/Forgot"] = Plain,
        ["/Account/Index"] = Plain,
        ["/Account/Join/Index"] = At(things => things.JoinPath),
        ["/Account/Join/JoinCode"] = Plain,
        ["/Account/Sessions/DraftForm"] = Plain.Says("leads to /"),
        ["/Account/More"] = Plain,
        ["/Account/Password/Change"] = Plain,
        ["/Account/Profile/Index"] = Plain,
        ["/Account/SecondStep/Code"] = Plain.Says("leads to /sign-in"),
        ["/Account/SecondStep/Codes"] = Plain.Says("leads to /account/two-step"),
        ["/Account/SecondStep/Index"] = Plain,
        ["/Account/SecondStep/Off"] = Plain.Says("leads to /account/two-step"),
        ["/Account/SecondStep/RecoveryCode"] = Plain.Says("leads to /sign-in"),
        ["/Account/SecondStep/SetUp"] = Plain,
        ["/Account/Sessions/Devices"] = Plain,
        ["/Account/Sessions/Security"] = Plain,
        ["/Account/SignIn/Index"] = Plain.Says("leads to /", SignedIn),
        ["/Account/SignIn/SignOut"] = Plain,
        ["/Account/Sessions/StillHere"] = Plain.Says("leads to /account"),
        ["/Administration/Audit/Index"] = Plain.AllFloorsFor(Role.Admin),
        ["/Administration/Audit/AuditDownload"] = Plain.File.AllFloorsFor(Role.Admin),
        ["/Administration/Floors/Floor"] = Thing("floor"),
        ["/Administration/Floors/FloorArchive"] = Thing("floor").AllFloorsFor(Role.Admin),
        ["/Administration/Floors/Index"] = Plain,
        ["/Administration/Jobs/Index"] = Plain,
        ["/Administration/Floors/NewFloor"] = Plain,
        ["/Administration/Outbox/Index"] = Plain.AllFloorsFor(Role.Admin),
        ["/Administration/Outbox/OutboxRetry"] = Thing("mail").Says("leads to /administration/outbox"),
        ["/Administration/Settings/Index"] = Plain,
        ["/Dashboard/Index"] = Plain.Says("leads to /platform", "operator").AllFloorsFor(Role.Admin),
        ["/Expenses/Bills/Bill"] = Thing("bill"),
        ["/Expenses/Budgets/Changing/Add"] = Plain,
        ["/Expenses/Budgets/Changing/Edit"] = Thing("budget"),
        ["/Expenses/Budgets/Index"] = Plain,
        ["/Expenses/Budgets/Outside"] = Plain,
        ["/Expenses/Budgets/Changing/Withdrawing"] = Thing("budget"),
        ["/Expenses/Reports/Custom/Bills"] = Plain.With("?from=2026-03-01&until=2026-03-31&title=Sweep"),
        ["/Expenses/Reports/Custom/Report"] = Thing("chosen"),
        ["/Expenses/Reports/Custom/Period"] = Plain,
        ["/Expenses/Reports/Custom/Preview"] = Plain.With("?from=2026-03-01&until=2026-03-31&title=Sweep")
            .Says("leads to /expenses/reports/choose"),
        ["/Expenses/MonthEnd/Confirming"] = Thing("closing").Says("leads to /expenses/closing"),
        ["/Expenses/MonthEnd/Index"] = Plain.With("?month=2026-02"),
        ["/Expenses/MonthEnd/Reopening"] = Thing("closing"),
        ["/Expenses/Bills/Recording/Reversal"] = Thing("closed bill"),
        ["/Expenses/Bills/Recording/Edit"] = Thing("bill"),
        ["/Expenses/Index"] = Plain,
        ["/Expenses/Prices/Index"] = Plain.With("?item=Sweep+item&unit=ltr"),
        ["/Expenses/Receipts/Add"] = Thing("bill"),
        ["/Expenses/Receipts/File"] = Thing("receipt").File,
        ["/Expenses/Receipts/Removing"] = Thing("receipt"),
        ["/Expenses/Bills/Recording/Record"] = Plain,
        ["/Expenses/Reports/Monthly/Report"] = Plain.With("?month=2026-02"),
        ["/Expenses/Reports/Stored/ReportDownload"] = Thing("report").File,
        ["/Expenses/Reports/Stored/Archive"] = Thing("report").File,
        ["/Expenses/Reports/Index"] = Plain,
        ["/Expenses/Bills/Recording/Voiding"] = Thing("bill"),
        ["/Feedback/Ratings/Answering"] = Thing("rating"),
        ["/Feedback/Hiding/Hide"] = Thing("rating"),
        ["/Feedback/Ideas/Add"] = Plain,
        ["/Feedback/Ideas/Comments/Answer"] = Thing("idea"),
        ["/Feedback/Ideas/Comments/Comment"] = Thing("idea"),
        ["/Feedback/Ideas/Edit"] = Thing("fresh idea").Says("leads to /feedback/ideas/{id}", "tea manager", "pantry head"),
        ["/Feedback/Ideas/Idea"] = Thing("idea"),
        ["/Feedback/Ideas/Index"] = Plain,
        ["/Feedback/Ideas/Votes/Vote"] = Thing("idea").Says("leads to /feedback/ideas/{id}"),
        ["/Feedback/Ratings/Index"] = Plain,
        ["/Feedback/Insights/Dish"] = Thing("dish"),
        ["/Feedback/Insights/Room"] = Thing("room"),
        ["/Feedback/Leaders/Index"] = Plain,
        ["/Feedback/Ratings/Photos/File"] = Thing("photo").File,
        ["/Feedback/Ratings/Rate"] = Thing("eaten"),
        ["/Feedback/Settings"] = Plain,
        ["/Fines/Add"] = Plain,
        ["/Fines/Fine"] = Thing("fine").Says("404", "tea manager"),
        ["/Fines/Index"] = Plain,
        ["/Fines/Reopening"] = Thing("settled"),
        ["/Fines/Settlement"] = Thing("fine"),
        ["/Help/Index"] = Plain,
        ["/Help/Receipts"] = Plain,
        ["/Help/Rights"] = Plain,
        ["/Loans/Add"] = Plain,
        ["/Loans/Answer"] = Thing("asked"),
        ["/Loans/Index"] = Plain,
        ["/Loans/Loan"] = Thing("lent"),
        ["/Loans/Returns/Return"] = Thing("borrowed"),
        ["/Loans/Returns/ReturnAnswer"] = Thing("return"),
        ["/Loans/TakingBack"] = Thing("offered"),
        ["/Menus/Meals/Add"] = Plain,
        ["/Menus/Board/All"] = Plain,
        ["/Menus/Calendar/Feed"] = Plain,
        ["/Menus/Calendar/FeedFile"] = At(things => things.FeedPath).File,
        ["/Menus/Calendar/Index"] = Plain.With("?day=2026-03-20"),
        ["/Menus/Meals/Cancelling"] = Thing("meal"),
        ["/Menus/Dishes/Editing/Add"] = Plain,
        ["/Menus/Dishes/Merging/Alike"] = Plain.Part,
        ["/Menus/Dishes/Editing/Archiving"] = Thing("dish"),
        ["/Menus/Dishes/Editing/BringBack"] = Thing("archived dish"),
        ["/Menus/Dishes/Champions/Index"] = Thing("dish"),
        ["/Menus/Dishes/Recipe/Dish"] = Thing("dish").AllFloorsFor(Role.Admin),
        ["/Menus/Dishes/Editing/Edit"] = Thing("dish"),
        ["/Menus/Dishes/Library/Index"] = Plain,
        ["/Menus/Dishes/Merging/Merging"] = Thing("dish"),
        ["/Menus/Dishes/Starters/Index"] = Plain,
        ["/Menus/Meals/Edit"] = Thing("meal"),
        ["/Menus/Meals/Ideas"] = Plain.With("?day=2026-03-20").Part,
        ["/Menus/Board/Index"] = Plain.With("?week=2026-03-20"),
        ["/Menus/Board/Meal"] = Thing("meal"),
        ["/Menus/Planner/Copy"] = Plain.With("?week=2026-03-23"),
        ["/Menus/Planner/Index"] = Plain.With("?week=2026-03-16"),
        ["/Menus/Suggestions/Add"] = Plain,
        ["/Menus/Suggestions/Declining"] = Thing("suggestion"),
        ["/Menus/Suggestions/Index"] = Plain,
        ["/Menus/Suggestions/Suggestion"] = Thing("suggestion"),
        ["/Menus/Suggestions/Withdrawing"] = Thing("suggestion").Says("leads to /menus/suggestions/{id}", "tea manager", "pantry head"),
        ["/Menus/CookNotices/Notify"] = Thing("meal"),
        ["/Menus/CookingTurns/Swaps/AskSwap"] = Plain,
        ["/Menus/CookingTurns/Days/Day"] = Plain.With("?day=2026-03-20"),
        ["/Menus/CookingTurns/Index"] = Plain,
        ["/Menus/CookingTurns/Rota/Index"] = Plain,
        ["/Menus/CookingTurns/Swaps/Swap"] = Thing("swap"),
        ["/Notices/Announcements/Add"] = Plain,
        ["/Notices/Announcements/Archiving"] = Thing("announcement").AllFloorsFor(Role.Admin),
        ["/Notices/Announcements/Edit"] = Thing("announcement").AllFloorsFor(Role.Admin),
        ["/Notices/Announcements/Index"] = Plain,
        ["/Menus/Events/Add"] = Plain,
        ["/Menus/Events/Cancelling"] = Thing("event"),
        ["/Menus/Events/Edit"] = Thing("event"),
        ["/Menus/Events/Event"] = Thing("event"),
        ["/Notices/Inbox/Index"] = Plain.AllFloorsFor(Role.Admin),
        ["/Notices/Inbox/Open"] = Thing("notice").Says("leads to /inbox", "member").Says("404", "tea manager", "pantry head", "admin"),
        ["/Notices/Preferences/Index"] = Plain,
        ["/Notices/Preferences/Stop"] = At(things => things.StopPath),
        ["/People/Access/Index"] = Thing("member").AllFloorsFor(Role.Admin),
        ["/People/Directory/Add"] = Plain,
        ["/People/Roles/ChangeRole"] = Thing("member").AllFloorsFor(Role.Admin),
        ["/People/Leaving/Deactivation"] = Thing("member").AllFloorsFor(Role.Admin),
        ["/People/Person/Edit"] = Thing("member").AllFloorsFor(Role.Admin),
        ["/People/Leaving/HandOver"] = Thing("member").AllFloorsFor(Role.Admin),
        ["/People/Import/Check"] = Thing("import"),
        ["/People/Import/Index"] = Plain,
        ["/People/Import/Results/Links"] = Thing("import done"),
        ["/People/Import/Results/Problems"] = Thing("import done").File,
        ["/People/Import/Progress"] = Thing("import done").Says("leads to /people/import/{id}/result"),
        ["/People/Import/Results/Result"] = Thing("import done"),
        ["/People/Import/Template"] = Plain.File,
        ["/People/Directory/Index"] = Plain.AllFloorsFor(Role.Admin),
        ["/People/Person/Member"] = Thing("member").AllFloorsFor(Role.Admin),
        ["/People/Person/Move"] = Thing("member").AllFloorsFor(Role.Admin),
        ["/People/Leaving/Reactivation"] = Thing("left").Says("leads to /people/{id}"),
        ["/People/Rooms/Add"] = Plain,
        ["/People/Rooms/Archiving"] = Thing("room"),
        ["/People/Rooms/Edit"] = Thing("room"),
        ["/People/Rooms/Index"] = Plain,
        ["/People/Rooms/Label"] = Thing("room").Says("403", "tea manager"),
        ["/People/Rooms/Stays/MoveIn"] = Thing("room"),
        ["/People/Rooms/Stays/MoveOut"] = Thing("room").Says("leads to /people/rooms/{id}"),
        ["/People/Rooms/Room"] = Thing("room"),
        ["/People/Access/SecondStep"] = Thing("member").Says("leads to /people/{id}"),
        ["/People/Access/Sessions"] = Thing("member").Says("leads to /people/{id}"),
        ["/People/Roles/TeaManager"] = Thing("member").AllFloorsFor(Role.Admin),
        ["/Platform/Audit"] = Plain,
        ["/Platform/AuditDownload"] = Plain.File,
        ["/Platform/Index"] = Plain,
        ["/Platform/Tenants/NewLink"] = Thing("tenant").Says("leads to /platform/tenants/{id}"),
        ["/Platform/Tenants/NewTenant"] = Plain,
        ["/Platform/Operations/Index"] = Plain,
        ["/Platform/Tenants/Restoring"] = Thing("suspended tenant"),
        ["/Platform/Tenants/SecondStep"] = Thing("tenant"),
        ["/Platform/Tenants/Suspension"] = Thing("tenant"),
        ["/Platform/Tenants/FileRoom"] = Thing("tenant"),
        ["/Platform/Tenants/Tenant"] = Thing("tenant"),
        ["/Procurement/List/Add"] = Plain,
        ["/Procurement/Buying/Bought"] = Thing("needed").Says("leads to /shopping/{id}", "tea manager"),
        ["/Procurement/Buying/BoughtTogether"] = Plain,
        ["/Procurement/List/Cancelling"] = Thing("needed"),
        ["/Procurement/List/Done"] = Plain,
        ["/Procurement/List/Edit"] = Thing("needed"),
        ["/Procurement/List/Index"] = Plain,
        ["/Procurement/List/Item"] = Thing("needed"),
        ["/Requests/Add"] = Plain,
        ["/Requests/Decision"] = Thing("request"),
        ["/Requests/Absences/Enter"] = Plain,
        ["/Requests/Index"] = Plain,
        ["/Requests/Reopening"] = Thing("decided"),
        ["/Requests/Request"] = Thing("request").Says("404", "tea manager"),
        ["/Search/Index"] = Plain.With("?q=sweep").AllFloorsFor(Role.Admin),
        ["/Shared/Pages/Status"] = Plain.Says("404"),
        ["/TeaTasks/Duties/Acceptance"] = Thing("duty").Says("leads to /tea/duty/{id}", "tea manager", "pantry head", "admin"),
        ["/TeaTasks/Duties/Managing/Add"] = Plain,
        ["/TeaTasks/Duties/Managing/Cancelling"] = Thing("duty"),
        ["/TeaTasks/Duties/Completion"] = Thing("duty today"),
        ["/TeaTasks/Duties/Managing/Confirmation"] = Plain,
        ["/TeaTasks/Duties/Declining"] = Thing("duty").Says("leads to /tea/duty/{id}", "tea manager", "pantry head", "admin"),
        ["/TeaTasks/Duties/Duty"] = Thing("duty"),
        ["/TeaTasks/Fairness/Index"] = Plain,
        ["/TeaTasks/Month/Index"] = Plain,
        ["/TeaTasks/Planning/Make"] = Plain,
        ["/TeaTasks/Slots/NewSlot"] = Plain,
        ["/TeaTasks/Planning/Place"] = Thing("place"),
        ["/TeaTasks/Planning/Index"] = Plain,
        ["/TeaTasks/Duties/Managing/Reassigning"] = Thing("duty"),
        ["/TeaTasks/Slots/Slot"] = Thing("slot"),
        ["/TeaTasks/Slots/SlotArchive"] = Thing("slot"),
        ["/TeaTasks/Slots/Index"] = Plain,
        ["/TeaTasks/Swaps/Swap"] = Thing("duty").Says("leads to /tea/duty/{id}", "tea manager", "pantry head", "admin"),
        ["/TeaTasks/Swaps/SwapAnswer"] = Thing("tea swap"),
    };

    /// <summary>Tables of a floor whose rows have no words that people wrote.</summary>
    public static readonly IReadOnlyList<string> WithoutWords =
    [
        "cooking_rota_rooms", "cooking_rotas", "dish_champions", "feedback_settings", "idea_votes", "kept_forms", "notice_settings",
        "rating_photos", "receipt_contents", "report_files",
        "report_put_aways", "room_stays", "security_events", "tea_rotas", "tea_settings", "told_meals",
    ];

    /// <summary>Where the page of that name is found.</summary>
    public static Stop Of(string page) =>
        Table.GetValueOrDefault(page)
            ?? throw new InvalidOperationException($"Nobody has said where {page} shows something: add it to the table in SiteMap.cs.");

    private static Stop Thing(string thing) => new() { Thing = thing };

    private static Stop At(Func<Things, string> path) => new() { Path = path };
}

/// <summary>A page with something to show.</summary>
internal sealed record Stop
{
    /// <summary>The name, in <see cref="Things"/>, of what the address names.</summary>
    public string? Thing { get; init; }

    /// <summary>The whole path, where it holds a secret instead of an id.</summary>
    public Func<Things, string>? Path { get; init; }

    /// <summary>What stands behind the path.</summary>
    public string Query { get; init; } = "";

    /// <summary>What it says to some of those who may open it, instead of opening.</summary>
    private IReadOnlyDictionary<string, string> Others { get; init; } = new Dictionary<string, string>();

    /// <summary>What the page says to one of the roles, such as "opens" or "404".</summary>
    public string Shows(string who) => Others.GetValueOrDefault(who) ?? Others.GetValueOrDefault("everybody") ?? "opens";

    /// <summary>
    /// Whether a reader may find words of another floor on it: whoever looks after all of them, where a page is about all.
    /// </summary>
    public bool ShowsOtherFloors(Person reader) => OtherFloors.Contains(reader.Role);

    /// <summary>The roles to which it shows things of all floors.</summary>
    public IReadOnlyList<Role> OtherFloors { get; init; } = [];

    /// <summary>Whether it answers with a file instead of a page.</summary>
    public bool IsFile { get; init; }

    public Stop File => this with { IsFile = true };

    /// <summary>Whether it answers with a part that a script puts into another page.</summary>
    public bool IsPart { get; init; }

    public Stop Part => this with { IsPart = true };

    public Stop With(string query) => this with { Query = query };

    public Stop AllFloorsFor(params Role[] roles) => this with { OtherFloors = roles };

    /// <summary>The page answers so to the given roles, or to everybody, and opens for the others who may open it.</summary>
    /// <param name="answer">A status, or "leads to" with the path.</param>
    public Stop Says(string answer, params string[] to) =>
        this with { Others = Others.Concat(to.DefaultIfEmpty("everybody").Select(who => KeyValuePair.Create(who, answer))).ToDictionary() };

    /// <summary>The address, with a choice of the first floor for those who look at all of them.</summary>
    public string Address(SweptPage page, Things things, bool chooseFloor) => Address(page, things, chooseFloor ? 1 : null);

    /// <param name="floor">The number of the floor that is asked for; null to ask for none.</param>
    public string Address(SweptPage page, Things things, int? floor)
    {
        var path = Path is null ? page.Address(Thing is null ? null : things[Thing]) : Path(things);
        return path + Query + (floor is null ? "" : $"{(Query == "" ? '?' : '&')}floor={floor}");
    }
}

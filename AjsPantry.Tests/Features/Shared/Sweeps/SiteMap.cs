using AjsPantry.Infrastructure.Identity;

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
        ["/Account/Export"] = Plain.File.AllFloorsFor(Role.Admin),
        ["/Account/Forgot"] = Plain,
        ["/Account/Index"] = Plain,
        ["/Account/Join"] = At(things => things.JoinPath),
        ["/Account/JoinCode"] = Plain,
        ["/Account/Kept"] = Plain.Says("leads to /"),
        ["/Account/More"] = Plain,
        ["/Account/Password/Change"] = Plain,
        ["/Account/Profile"] = Plain,
        ["/Account/SecondStep/Code"] = Plain.Says("leads to /sign-in"),
        ["/Account/SecondStep/Codes"] = Plain.Says("leads to /account/two-step"),
        ["/Account/SecondStep/Index"] = Plain,
        ["/Account/SecondStep/Off"] = Plain.Says("leads to /account/two-step"),
        ["/Account/SecondStep/RecoveryCode"] = Plain.Says("leads to /sign-in"),
        ["/Account/SecondStep/SetUp"] = Plain,
        ["/Account/Sessions/Devices"] = Plain,
        ["/Account/Sessions/Security"] = Plain,
        ["/Account/SignIn"] = Plain.Says("leads to /", SignedIn),
        ["/Account/SignOut"] = Plain,
        ["/Account/StillHere"] = Plain.Says("leads to /account"),
        ["/Administration/Audit"] = Plain.AllFloorsFor(Role.Admin),
        ["/Administration/AuditDownload"] = Plain.File.AllFloorsFor(Role.Admin),
        ["/Administration/Floor"] = Thing("floor"),
        ["/Administration/FloorArchive"] = Thing("floor").AllFloorsFor(Role.Admin),
        ["/Administration/Floors"] = Plain,
        ["/Administration/Jobs"] = Plain,
        ["/Administration/NewFloor"] = Plain,
        ["/Administration/Outbox"] = Plain.AllFloorsFor(Role.Admin),
        ["/Administration/OutboxRetry"] = Thing("mail").Says("leads to /administration/outbox"),
        ["/Administration/Settings"] = Plain,
        ["/Dashboard/Index"] = Plain.Says("leads to /platform", "operator").AllFloorsFor(Role.Admin),
        ["/Expenses/Bill"] = Thing("bill"),
        ["/Expenses/Budgets/Add"] = Plain,
        ["/Expenses/Budgets/Edit"] = Thing("budget"),
        ["/Expenses/Budgets/Index"] = Plain,
        ["/Expenses/Budgets/Outside"] = Plain,
        ["/Expenses/Budgets/Withdrawing"] = Thing("budget"),
        ["/Expenses/Choosing/Bills"] = Plain.With("?from=2026-03-01&until=2026-03-31&title=Sweep"),
        ["/Expenses/Choosing/Kept"] = Thing("chosen"),
        ["/Expenses/Choosing/Period"] = Plain,
        ["/Expenses/Choosing/Preview"] = Plain.With("?from=2026-03-01&until=2026-03-31&title=Sweep").Says("leads to /expenses/reports/choose"),
        ["/Expenses/Closing/Confirming"] = Thing("closing").Says("leads to /expenses/closing"),
        ["/Expenses/Closing/Index"] = Plain.With("?month=2026-02"),
        ["/Expenses/Closing/Reopening"] = Thing("closing"),
        ["/Expenses/Closing/Reversal"] = Thing("closed bill"),
        ["/Expenses/Edit"] = Thing("bill"),
        ["/Expenses/Index"] = Plain,
        ["/Expenses/Prices/Index"] = Plain.With("?item=Sweep+item&unit=ltr"),
        ["/Expenses/Receipts/Add"] = Thing("bill"),
        ["/Expenses/Receipts/File"] = Thing("receipt").File,
        ["/Expenses/Receipts/Removing"] = Thing("receipt"),
        ["/Expenses/Record"] = Plain,
        ["/Expenses/Report"] = Plain.With("?month=2026-02"),
        ["/Expenses/ReportDownload"] = Thing("report").File,
        ["/Expenses/ReportPack"] = Thing("report").File,
        ["/Expenses/Reports"] = Plain,
        ["/Expenses/Voiding"] = Thing("bill"),
        ["/Feedback/Answering"] = Thing("rating"),
        ["/Feedback/Hiding/Hide"] = Thing("rating"),
        ["/Feedback/Ideas/Add"] = Plain,
        ["/Feedback/Ideas/Answer"] = Thing("idea"),
        ["/Feedback/Ideas/Comment"] = Thing("idea"),
        ["/Feedback/Ideas/Edit"] = Thing("fresh idea").Says("leads to /feedback/ideas/{id}", "tea manager", "pantry head"),
        ["/Feedback/Ideas/Idea"] = Thing("idea"),
        ["/Feedback/Ideas/Index"] = Plain,
        ["/Feedback/Ideas/Vote"] = Thing("idea").Says("leads to /feedback/ideas/{id}"),
        ["/Feedback/Index"] = Plain,
        ["/Feedback/Insight/Dish"] = Thing("dish"),
        ["/Feedback/Insight/Room"] = Thing("room"),
        ["/Feedback/Leaders/Index"] = Plain,
        ["/Feedback/Photos/File"] = Thing("photo").File,
        ["/Feedback/Rate"] = Thing("eaten"),
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
        ["/Loans/Return"] = Thing("borrowed"),
        ["/Loans/ReturnAnswer"] = Thing("return"),
        ["/Loans/TakingBack"] = Thing("offered"),
        ["/Menus/Add"] = Plain,
        ["/Menus/All"] = Plain,
        ["/Menus/Calendar/Feed"] = Plain,
        ["/Menus/Calendar/FeedFile"] = At(things => things.FeedPath).File,
        ["/Menus/Calendar/Index"] = Plain.With("?day=2026-03-20"),
        ["/Menus/Cancelling"] = Thing("meal"),
        ["/Menus/Dishes/Add"] = Plain,
        ["/Menus/Dishes/Alike"] = Plain.Part,
        ["/Menus/Dishes/Archiving"] = Thing("dish"),
        ["/Menus/Dishes/BringBack"] = Thing("archived dish"),
        ["/Menus/Dishes/Champions"] = Thing("dish"),
        ["/Menus/Dishes/Dish"] = Thing("dish").AllFloorsFor(Role.Admin),
        ["/Menus/Dishes/Edit"] = Thing("dish"),
        ["/Menus/Dishes/Index"] = Plain,
        ["/Menus/Dishes/Merging"] = Thing("dish"),
        ["/Menus/Dishes/Starters"] = Plain,
        ["/Menus/Edit"] = Thing("meal"),
        ["/Menus/Ideas"] = Plain.With("?day=2026-03-20").Part,
        ["/Menus/Index"] = Plain.With("?week=2026-03-20"),
        ["/Menus/Meal"] = Thing("meal"),
        ["/Menus/Planning/Copy"] = Plain.With("?week=2026-03-23"),
        ["/Menus/Planning/Index"] = Plain.With("?week=2026-03-16"),
        ["/Menus/Suggestions/Add"] = Plain,
        ["/Menus/Suggestions/Declining"] = Thing("suggestion"),
        ["/Menus/Suggestions/Index"] = Plain,
        ["/Menus/Suggestions/Suggestion"] = Thing("suggestion"),
        ["/Menus/Suggestions/Withdrawing"] = Thing("suggestion").Says("leads to /menus/suggestions/{id}", "tea manager", "pantry head"),
        ["/Menus/Telling/Tell"] = Thing("meal"),
        ["/Menus/Turns/AskSwap"] = Plain,
        ["/Menus/Turns/Day"] = Plain.With("?day=2026-03-20"),
        ["/Menus/Turns/Index"] = Plain,
        ["/Menus/Turns/Rota"] = Plain,
        ["/Menus/Turns/Swap"] = Thing("swap"),
        ["/Notices/Announcements/Add"] = Plain,
        ["/Notices/Announcements/Archiving"] = Thing("announcement").AllFloorsFor(Role.Admin),
        ["/Notices/Announcements/Edit"] = Thing("announcement").AllFloorsFor(Role.Admin),
        ["/Notices/Announcements/Index"] = Plain,
        ["/Notices/Events/Add"] = Plain,
        ["/Notices/Events/Cancelling"] = Thing("event"),
        ["/Notices/Events/Edit"] = Thing("event"),
        ["/Notices/Events/Event"] = Thing("event"),
        ["/Notices/Index"] = Plain.AllFloorsFor(Role.Admin),
        ["/Notices/Open"] = Thing("notice").Says("leads to /inbox", "member").Says("404", "tea manager", "pantry head", "admin"),
        ["/Notices/Preferences"] = Plain,
        ["/Notices/Stop"] = At(things => things.StopPath),
        ["/People/Access"] = Thing("member").AllFloorsFor(Role.Admin),
        ["/People/Add"] = Plain,
        ["/People/ChangeRole"] = Thing("member").AllFloorsFor(Role.Admin),
        ["/People/Deactivation"] = Thing("member").AllFloorsFor(Role.Admin),
        ["/People/Edit"] = Thing("member").AllFloorsFor(Role.Admin),
        ["/People/HandOver"] = Thing("member").AllFloorsFor(Role.Admin),
        ["/People/Import/Check"] = Thing("import"),
        ["/People/Import/Index"] = Plain,
        ["/People/Import/Links"] = Thing("import done"),
        ["/People/Import/Problems"] = Thing("import done").File,
        ["/People/Import/Progress"] = Thing("import done").Says("leads to /people/import/{id}/result"),
        ["/People/Import/Result"] = Thing("import done"),
        ["/People/Import/Template"] = Plain.File,
        ["/People/Index"] = Plain.AllFloorsFor(Role.Admin),
        ["/People/Member"] = Thing("member").AllFloorsFor(Role.Admin),
        ["/People/Move"] = Thing("member").AllFloorsFor(Role.Admin),
        ["/People/Reactivation"] = Thing("left").Says("leads to /people/{id}"),
        ["/People/Rooms/Add"] = Plain,
        ["/People/Rooms/Archiving"] = Thing("room"),
        ["/People/Rooms/Edit"] = Thing("room"),
        ["/People/Rooms/Index"] = Plain,
        ["/People/Rooms/Label"] = Thing("room").Says("403", "tea manager"),
        ["/People/Rooms/MoveIn"] = Thing("room"),
        ["/People/Rooms/MoveOut"] = Thing("room").Says("leads to /people/rooms/{id}"),
        ["/People/Rooms/Room"] = Thing("room"),
        ["/People/SecondStep"] = Thing("member").Says("leads to /people/{id}"),
        ["/People/Sessions"] = Thing("member").Says("leads to /people/{id}"),
        ["/People/TeaManager"] = Thing("member").AllFloorsFor(Role.Admin),
        ["/Platform/Audit"] = Plain,
        ["/Platform/AuditDownload"] = Plain.File,
        ["/Platform/Index"] = Plain,
        ["/Platform/NewLink"] = Thing("tenant").Says("leads to /platform/tenants/{id}"),
        ["/Platform/NewTenant"] = Plain,
        ["/Platform/Operations/Index"] = Plain,
        ["/Platform/Restoring"] = Thing("suspended tenant"),
        ["/Platform/SecondStep"] = Thing("tenant"),
        ["/Platform/Suspension"] = Thing("tenant"),
        ["/Platform/Files/Change"] = Thing("tenant"),
        ["/Platform/Tenant"] = Thing("tenant"),
        ["/Procurement/Add"] = Plain,
        ["/Procurement/Bought"] = Thing("needed").Says("leads to /shopping/{id}", "tea manager"),
        ["/Procurement/BoughtTogether"] = Plain,
        ["/Procurement/Cancelling"] = Thing("needed"),
        ["/Procurement/Done"] = Plain,
        ["/Procurement/Edit"] = Thing("needed"),
        ["/Procurement/Index"] = Plain,
        ["/Procurement/Item"] = Thing("needed"),
        ["/Requests/Add"] = Plain,
        ["/Requests/Decision"] = Thing("request"),
        ["/Requests/Enter"] = Plain,
        ["/Requests/Index"] = Plain,
        ["/Requests/Reopening"] = Thing("decided"),
        ["/Requests/Request"] = Thing("request").Says("404", "tea manager"),
        ["/Search/Index"] = Plain.With("?q=sweep").AllFloorsFor(Role.Admin),
        ["/Shared/Status"] = Plain.Says("404"),
        ["/TeaTasks/Acceptance"] = Thing("duty").Says("leads to /tea/duty/{id}", "tea manager", "pantry head", "admin"),
        ["/TeaTasks/Add"] = Plain,
        ["/TeaTasks/Cancelling"] = Thing("duty"),
        ["/TeaTasks/Completion"] = Thing("duty today"),
        ["/TeaTasks/Confirmation"] = Plain,
        ["/TeaTasks/Declining"] = Thing("duty").Says("leads to /tea/duty/{id}", "tea manager", "pantry head", "admin"),
        ["/TeaTasks/Duty"] = Thing("duty"),
        ["/TeaTasks/Fairness"] = Plain,
        ["/TeaTasks/Index"] = Plain,
        ["/TeaTasks/Make"] = Plain,
        ["/TeaTasks/NewSlot"] = Plain,
        ["/TeaTasks/Place"] = Thing("place"),
        ["/TeaTasks/Plan"] = Plain,
        ["/TeaTasks/Reassigning"] = Thing("duty"),
        ["/TeaTasks/Slot"] = Thing("slot"),
        ["/TeaTasks/SlotArchive"] = Thing("slot"),
        ["/TeaTasks/Slots"] = Plain,
        ["/TeaTasks/Swap"] = Thing("duty").Says("leads to /tea/duty/{id}", "tea manager", "pantry head", "admin"),
        ["/TeaTasks/SwapAnswer"] = Thing("tea swap"),
    };

    /// <summary>Tables of a floor whose rows have no words that people wrote.</summary>
    public static readonly IReadOnlyList<string> WithoutWords =
    [
        "cooking_rota_rooms", "cooking_rotas", "dish_champions", "feedback_settings", "idea_votes", "kept_forms", "notice_settings", "rating_photos", "receipt_contents", "report_files",
        "report_put_aways", "room_stays", "security_events", "tea_rotas", "tea_settings", "told_meals",
    ];

    /// <summary>Where the page of that name is found.</summary>
    public static Stop Of(string page) =>
        Table.GetValueOrDefault(page) ?? throw new InvalidOperationException($"Nobody has said where {page} shows something: add it to the table in SiteMap.cs.");

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

    /// <summary>Whether a reader may find words of another floor on it: whoever looks after all of them, where a page is about all.</summary>
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

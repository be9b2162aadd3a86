using AjsPantry.Features.Fines;
using AjsPantry.Features.Loans;
using AjsPantry.Features.Menus.Dishes;
using AjsPantry.Features.Notices;
using AjsPantry.Features.TeaTasks;
using AjsPantry.Tests.Features.Expenses.MonthEnd;
using AjsPantry.Tests.Features.Expenses.Receipts;
using AjsPantry.Tests.Features.Expenses.Reports.Custom;
using AjsPantry.Tests.Features.Feedback.Ideas;
using AjsPantry.Tests.Features.Feedback.Ratings;
using AjsPantry.Tests.Features.Fines;
using AjsPantry.Tests.Features.Loans;
using AjsPantry.Tests.Features.Menus;
using AjsPantry.Tests.Features.Menus.CookingTurns.Swaps;
using AjsPantry.Tests.Features.Menus.Dishes;
using AjsPantry.Tests.Features.Menus.Events;
using AjsPantry.Tests.Features.Notices;
using AjsPantry.Tests.Features.People;
using AjsPantry.Tests.Features.People.Import;
using AjsPantry.Tests.Features.Procurement;
using AjsPantry.Tests.Features.Requests;
using AjsPantry.Tests.Features.TeaTasks;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.Shared.Sweeps;

/// <summary>
/// One of everything that an address can name, on the first floor of North. Where something belongs to a person, it is the cast's
/// member, and the head is who decides.
/// </summary>
public sealed class Things
{
    public static readonly DateOnly Soon = TestClock.Today.AddDays(5);

    private static readonly SemaphoreSlim OneMakes = new(1);

    private static (Things Things, RowSnapshot Rows)? _made;

    private readonly Dictionary<string, Guid> _ids = [];

    private Things()
    {
    }

    /// <summary>The secret end of the member's calendar address, with its file extension.</summary>
    public string FeedPath { get; private set; } = "";

    /// <summary>The path of a link that ends mails to the member.</summary>
    public string StopPath { get; private set; } = "";

    /// <summary>The path by which somebody invited joins.</summary>
    public string JoinPath { get; private set; } = "";

    /// <summary>The id of the thing of that name.</summary>
    public Guid this[string thing] =>
        _ids.TryGetValue(thing, out var id) ? id
            : throw new InvalidOperationException($"Things makes no '{thing}': add it to MakeAsync in Things.cs.");

    /// <summary>
    /// Makes them by the product's own handlers once in a run; later, and on other copies of the template, their rows are written again.
    /// </summary>
    public static async Task<Things> MakeAsync(PantryApp app)
    {
        await OneMakes.WaitAsync();
        try
        {
            _made ??= await MakeFirstAsync(app);
        }
        finally
        {
            OneMakes.Release();
        }

        // The application's own reset comes first.
        var database = app.Database;
        TestServer.Reset(database, _made.Value.Rows);
        return _made.Value.Things;
    }

    private static async Task<(Things Things, RowSnapshot Rows)> MakeFirstAsync(PantryApp app)
    {
        var things = new Things();
        await things.MakePeopleAsync(app);
        await things.MakeMealsAsync(app);
        await things.MakeMoneyAsync(app);
        await things.MakeTeaAsync(app);
        await things.MakeWordsAsync(app);
        await things.MakeLinksAsync(app);
        await things.WordAsync(app);
        return (things, await TestServer.SnapshotAsync(app.Database));
    }

    private async Task MakePeopleAsync(PantryApp app)
    {
        _ids["tenant"] = Cast.TenantId("South");
        _ids["suspended tenant"] = await SuspendedAsync(app);
        _ids["floor"] = (await app.FloorAsync("North", 1)).Id;
        _ids["member"] = await app.IdAsync(Cast.Member);
        _ids["room"] = await app.NewRoomAsync("Sweep room", 1, Cast.Member, Cast.Head);
        _ids["other room"] = await app.NewRoomAsync("Sweep other room", 1, Cast.TeaManager);
        _ids["left"] = await LeftAsync(app);
        _ids["import"] = (await app.PasteAsync("SWEEP-1")).Location!.IdOf();
        var done = await app.UploadAsync("Number,Floor\nSWEEP-2,1\nSWEEP-3,99");
        _ids["import done"] = done.Location!.IdOf();
        await (await done.FollowAsync()).SubmitAsync([]);
        await app.RunAsync(_ids["import done"]);
    }

    /// <summary>One more residence, without anybody in it.</summary>
    private static async Task<Guid> SuspendedAsync(PantryApp app)
    {
        var id = new Guid("0190a000-0000-7000-8000-000000000008");
        await TestServer.WriteAsync(app.Database, $$"""
            INSERT INTO tenants SELECT suspended.* FROM tenants AS south,
              jsonb_populate_record(south, '{"id":"{{id}}","code":"suspended","name":"Suspended House","suspended_at":"2026-03-01T00:00:00Z","suspend_reason":"Closed for repairs"}') AS suspended
            WHERE south.id = '{{Cast.TenantId("South")}}'
            """);
        return id;
    }

    private static async Task<Guid> LeftAsync(PantryApp app)
    {
        await app.InviteAsync("SWEEP-LEFT", name: "Sweep left");
        return await app.ReadAsync("North", async db =>
        {
            var member = await db.Members.SingleAsync(one => one.Number == "SWEEP-LEFT");
            member.DeactivatedAt = TestClock.Beginning;
            await db.SaveChangesAsync();
            return member.Id;
        });
    }

    private async Task MakeMealsAsync(PantryApp app)
    {
        _ids["dish"] = await app.NewDishAsync("Sweep dish", ingredients: [new("Sweep rice", 2, "kg")]);
        _ids["archived dish"] = await ArchivedDishAsync(app);
        await app.TakeTurnsAsync(TestClock.Today, _ids["room"], _ids["other room"]);
        _ids["eaten"] = await app.PlanAsync(TestClock.Today.AddDays(-1), "Sweep eaten", side: "Sweep side", room: _ids["room"]);
        _ids["meal"] = await app.PlanAsync(Soon, "Sweep dish", room: _ids["room"]);
        _ids["rating"] = await app.SayAsync(_ids["eaten"], Cast.Member, 4, "Sweep words");
        _ids["photo"] = await app.PhotoAsync(_ids["rating"]);
        _ids["swap"] = await app.AskedSwapAsync();
        _ids["suggestion"] = await app.WishAsync(Soon, "Sweep wish", Cast.Member);
        _ids["idea"] = await app.IdeaAsync("Sweep idea", Cast.Member, _ids["dish"], Cast.Head);
        _ids["fresh idea"] = await app.IdeaAsync("Sweep fresh idea", Cast.Member);
        _ids["event"] = await app.AddEventAsync(Soon, "Sweep event", text: "Sweep event words");
    }

    private static async Task<Guid> ArchivedDishAsync(PantryApp app)
    {
        var id = await app.NewDishAsync("Sweep old dish");
        return await app.ReadAsync("North", async db =>
        {
            (await db.Set<Dish>().SingleAsync(dish => dish.Id == id)).ArchivedAt = TestClock.Beginning;
            await db.SaveChangesAsync();
            return id;
        });
    }

    private async Task MakeMoneyAsync(PantryApp app)
    {
        var ground = await app.FloorAsync("North", 1);
        var lastMonth = new DateOnly(2026, 2, 1);
        var earlier = new DateOnly(2026, 1, 1);
        _ids["bill"] = await app.RecordAsync(
            "North", 1, BillActs.One(120.50m, "SWEEP-1", "Sweep shop", TestClock.Today.AddDays(-3), "Sweep item"));
        _ids["receipt"] = await app.AddReceiptAsync(_ids["bill"], "sweep.jpg");
        _ids["closed bill"] = await app.RecordAsync(
            "North", 1, BillActs.One(80, "SWEEP-2", "Sweep shop", lastMonth.AddDays(3), "Sweep item"));
        _ids["budget"] = await app.AllocateAsync(ground, 5000, TestClock.Today.AddDays(-14), TestClock.Today.AddDays(16));
        _ids["report"] = (await app.MakeReportAsync("North", 1, lastMonth)).Id;
        _ids["chosen"] = await app.ChosenAsync("Sweep report");
        _ids["confirmed"] = await app.CloseAsync(ground, earlier);
        await app.ConfirmAsync(ground, _ids["confirmed"]);
        await app.ReopenAsync(ground, await app.CloseAsync(ground, lastMonth), reason: "Sweep reason");
        _ids["closing"] = await app.CloseAsync(ground, lastMonth);
        _ids["needed"] = await app.NeedAsync("Sweep paneer", assignee: Cast.Member);
        _ids["bought"] = await app.NeedAsync("Sweep potato", boughtBy: Cast.Member, price: 80);
        _ids["fine"] = await app.FineAsync("Sweep fine");
        _ids["settled"] = await app.FineAsync("Sweep settled fine", state: FineState.Paid);
        _ids["lent"] = await app.LoanAsync("Sweep lent");
        _ids["offered"] = await app.LoanAsync("Sweep offered", state: LoanState.Offered);
        _ids["borrowed"] = await app.LoanAsync("Sweep borrowed", lender: 2);
        _ids["asked"] = await app.LoanAsync("Sweep asked", lender: 2, state: LoanState.Offered);
        _ids["return"] = await app.ReturnAsync(_ids["lent"]);
    }

    private async Task MakeTeaAsync(PantryApp app)
    {
        _ids["slot"] = await app.SlotAsync("Sweep morning", new TimeOnly(6, 30));
        _ids["duty"] = await app.DutyAsync(Soon, Cast.Member, slot: _ids["slot"]);
        _ids["duty today"] = await app.DutyAsync(TestClock.Today, Cast.Member, slot: _ids["slot"]);
        _ids["duty done"] = await app.DutyAsync(TestClock.Today.AddDays(-1), Cast.Member, TeaState.Done, _ids["slot"]);
        _ids["tea swap"] = await app.AskedTeaSwapAsync(await app.DutyAsync(Soon.AddDays(1), Cast.TeaManager, slot: _ids["slot"]));
        _ids["place"] = await app.DraftPlaceAsync(Soon.AddDays(9));
    }

    private async Task MakeWordsAsync(PantryApp app)
    {
        _ids["announcement"] = await app.AnnouncedAsync("Sweep announcement", "Sweep announcement words");
        _ids["request"] = await app.OpenRequestAsync();
        _ids["decided"] = await app.DecidedRequestAsync();
        var subject = NoticeActs.Subject();
        await app.TellAsync(NoticeActs.Draft(subject, title: "Sweep news"), [Cast.Member]);
        _ids["notice"] = await app.ReadAsync(
            "North", db => db.Notices.Where(notice => notice.SubjectId == subject).Select(notice => notice.Id).SingleAsync());
        _ids["mail"] = (await app.MailsAsync(subject)).Single().Id;
    }

    /// <summary>Words where the rows above have none, or the same as everybody's.</summary>
    private Task WordAsync(PantryApp app) => TestServer.WriteAsync(app.Database, $"""
        BEGIN; SET LOCAL session_replication_role = replica;
        UPDATE budgets SET notes = 'Sweep notes';
        UPDATE menus SET notes = 'Sweep notes';
        UPDATE duties SET reason = 'Sweep reason';
        UPDATE requests SET reason = 'Sweep reason';
        UPDATE loan_returns SET reason = 'Sweep reason';
        UPDATE tea_duties SET why = 'Sweep why';
        UPDATE tea_draft_places SET why = 'Sweep why';
        UPDATE tea_swaps SET words = 'Sweep words';
        UPDATE turn_swaps SET words = 'Sweep words';
        DELETE FROM duties WHERE floor_id = '{_ids["floor"]}' AND date = '2026-03-29';
        INSERT INTO leave_days (tenant_id, id, floor_id, date, reason) SELECT tenant_id, gen_random_uuid(), id, '2026-03-29', 'Sweep holiday' FROM floors WHERE id = '{_ids["floor"]}';
        INSERT INTO idea_comments (tenant_id, id, idea_id, submission_id, author_id, text, created_at)
          SELECT tenant_id, gen_random_uuid(), id, gen_random_uuid(), author_id, 'Sweep comment', created_at FROM ideas;
        COMMIT
        """);

    private async Task MakeLinksAsync(PantryApp app)
    {
        var made = await (await (await app.SignInAsync(Cast.Member)).GetAsync("/calendar/feed")).SubmitAsync([]);
        FeedPath = new Uri(made.Document.QuerySelector("#link")!.TextContent.Trim()).PathAndQuery;
        StopPath = await app.StopPathAsync(Cast.Member, NoticeKind.Tea);
        JoinPath = (await app.InviteAsync("SWEEP-NEW", name: "Sweep new")).Path;
    }
}

using System.Text.RegularExpressions;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Tests.Features.Expenses.Choosing;
using AjsPantry.Tests.Features.Expenses.Closing;
using AjsPantry.Tests.Features.Expenses.Receipts;
using AjsPantry.Tests.Features.Feedback;
using AjsPantry.Tests.Features.Feedback.Ideas;
using AjsPantry.Tests.Features.Fines;
using AjsPantry.Tests.Features.Loans;
using AjsPantry.Tests.Features.Menus;
using AjsPantry.Tests.Features.Menus.Dishes;
using AjsPantry.Tests.Features.Notices;
using AjsPantry.Tests.Features.Notices.Events;
using AjsPantry.Tests.Features.People;
using AjsPantry.Tests.Features.People.Import;
using AjsPantry.Tests.Features.Procurement;
using AjsPantry.Tests.Features.Requests;
using AjsPantry.Tests.Features.TeaTasks;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Shared;

/// <summary>Every page there is, as it really answers to every role.</summary>
public sealed class RightsTests(PantryApp app) : IClassFixture<PantryApp>
{
    private static readonly Person[] Roles = [Cast.Member, Cast.TeaManager, Cast.Head, Cast.Admin, Cast.Operator];

    private static readonly Permission[] OfMember = [Permission.ViewHome, Permission.UseAccount, Permission.Search, Permission.ViewExpenses, Permission.ViewPeople, Permission.ViewMenus, Permission.ViewFeedback, Permission.ReadNotices, Permission.ViewRequests, Permission.ViewTea, Permission.ViewShopping, Permission.ViewFines];
    private static readonly Permission[] OfTeaManager = [.. OfMember, Permission.ManageTea];
    private static readonly Permission[] OfHead = [.. OfTeaManager, Permission.RecordBills, Permission.MakeReports, Permission.ManageRooms, Permission.PlanMenus, Permission.ManageEvents, Permission.AppointTeaManagers, Permission.Announce, Permission.DecideRequests, Permission.AnswerIdeas,
        Permission.ManageBudgets, Permission.CloseMonths, Permission.ManageShopping, Permission.ManageLoans, Permission.ManageFines];

    private static readonly Permission[] OfFloor = [Permission.SuggestMeals, Permission.RateMeals, Permission.AskRequests, Permission.ShareIdeas];

    private static readonly Dictionary<Role, Permission[]> Expected = new()
    {
        [Role.Member] = [.. OfMember, .. OfFloor],
        [Role.TeaManager] = [.. OfTeaManager, .. OfFloor],
        [Role.PantryHead] = [.. OfHead, .. OfFloor],
        [Role.Admin] = [.. OfHead, Permission.ChooseFloor, Permission.ManageMembers, Permission.ManageTenant, Permission.ViewAudit, Permission.RunJobs, Permission.ConfirmClosings],
        [Role.Operator] = [Permission.ViewHome, Permission.UseAccount, Permission.OperatePlatform],
    };

    private sealed record Place(string Name, string Address, PageRight Right, IReadOnlyList<string> PostHandlers);

    [Fact]
    public void Every_role_has_the_rights_it_should_have()
    {
        Assert.Equal(Enum.GetValues<Role>().Order(), Expected.Keys.Order());
        Assert.All(Expected, role => Assert.Equal(role.Value.Order(), Rights.Of(role.Key).Order()));
    }

    [Fact]
    public async Task Every_page_stands_in_the_table_and_the_table_names_no_other()
    {
        var pages = Pages(_ => "").Select(page => page.Name).ToHashSet();
        Assert.Equal(PageRights.Table.Keys.Order(), pages.Order());
        Assert.Equal(404, (await app.Visit().GetAsync("/no/such/page")).Status);
    }

    [Fact]
    public async Task Every_page_answers_every_role_as_the_table_says()
    {
        var wrong = new List<string>();
        // Identity's pages come last: opening the one for an authenticator makes a new key, which ends the person's other sessions.
        foreach (var page in (await PlacesAsync()).OrderBy(page => IsIdentitys(page)))
        {
            await CompareAsync(page, null, wrong);
            foreach (var person in Roles)
                await CompareAsync(page, person, wrong);
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Every_form_without_a_token_is_refused()
    {
        var (wrong, forms, visitors) = (new List<string>(), 0, new Dictionary<Role, Visitor>());
        foreach (var person in Roles)
            visitors[person.Role] = await app.SignInAsync(person, fresh: true);
        foreach (var page in (await PlacesAsync()).Where(page => page.Name is not ("/Shared/Status" or "/Notices/Stop")))
        {
            var person = Roles.First(person => page.Right.Permission is not { } permission || Rights.Of(person.Role).Contains(permission));
            foreach (var handler in page.PostHandlers)
            {
                forms++;
                var status = (await visitors[person.Role].PostBlindlyAsync($"{page.Address}?handler={handler}")).Status;
                if (status != 400)
                    wrong.Add($"{page.Name} {handler} answered {status}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.InRange(forms, 15, 300);
    }

    private async Task CompareAsync(Place page, Person? person, List<string> wrong)
    {
        var answer = await (person is null ? app.Visit() : await app.SignInAsync(person, fresh: IsIdentitys(page))).GetAsync(page.Address);
        var expected = page.Right switch
        {
            { Permission: not null } when person is null => "sign in",
            { Permission: { } permission } when !Rights.Of(person!.Role).Contains(permission) => "403",
            { IsOffered: false } => "404",
            // Whoever comes without a good link is told so, and in the same words.
            _ when page.Name is "/Account/Join" or "/Menus/Calendar/FeedFile" or "/Notices/Stop" => "404",
            // These are one person's alone; the id is another thing's.
            _ when page.Name is "/Notices/Open" or "/Requests/Request" or "/Fines/Fine" => "404",
            _ => "open",
        };
        var said = answer.Status switch
        {
            302 when answer.Location!.StartsWith("/sign-in?", StringComparison.OrdinalIgnoreCase) => "sign in",
            403 or 404 => $"{answer.Status}",
            // Two-factor pages of Identity lead on for people without a second factor, or say that they have nothing to show (400).
            200 or 302 => "open",
            400 when IsIdentitys(page) => "open",
            _ => $"{answer.Status}",
        };
        if (said != expected)
            wrong.Add($"{page.Name} to {person?.Role.ToString() ?? "a visitor"}: {said} ({answer.Status} {answer.Location}), not {expected}");
    }

    private static bool IsIdentitys(Place page) => page.Name.StartsWith("Identity/", StringComparison.Ordinal);

    private async Task<IReadOnlyList<Place>> PlacesAsync()
    {
        var bill = await app.RecordAsync("North", 1, Bills.One(10, Guid.NewGuid().ToString("N")));
        var report = await app.MakeReportAsync("North", 1, new DateOnly(2026, 3, 1));
        var (receipt, chosen) = (await app.AddReceiptAsync(bill), await app.ChosenAsync());
        var floor = await app.FloorAsync("North", 1);
        var room = await app.NewRoomAsync($"Room {Guid.NewGuid():N}"[..20], 1, Cast.Member, Cast.TeaManager, Cast.Head);
        var person = await app.IdAsync(Cast.Member);
        var dish = await app.NewDishAsync($"Dish {Guid.NewGuid():N}");
        var list = await (await app.SignInAsync(Cast.Admin, fresh: true)).GetAsync("/people/import");
        var import = (await list.SubmitAsync(new() { ["Input.Pasted"] = $"T{Guid.NewGuid():N}"[..20], ["Input.Floor"] = "1" })).Location!.IdOf();
        var meal = await app.PlanAsync(new DateOnly(2026, 3, 20), $"Dish {Guid.NewGuid():N}"[..20]);
        var swap = await app.AskedSwapAsync();
        var wish = await app.WishAsync(new DateOnly(2026, 3, 20), "Shakshuka", Cast.Member);
        var special = await app.AddEventAsync(new DateOnly(2026, 3, 20), "Quran evening");
        var (announcement, request, decided) = (await app.AnnouncedAsync("For the rights"), await app.OpenRequestAsync(), await app.DecidedRequestAsync());
        var cause = News.Cause();
        await app.TellAsync(News.Draft(cause), [Cast.Member]);
        var mail = (await app.MailsAsync(cause)).Single().Id;
        var (words, photo) = (await app.WordsAsync(), await app.PhotoAsync());
        var item = await app.NeedAsync("For the rights");
        var slot = await app.SlotAsync();
        var duty = await app.DutyAsync(new DateOnly(2026, 3, 20), Cast.Member, slot: await app.SlotAsync($"Tea {Guid.NewGuid():N}"[..20]));
        var teaSwap = await app.AskedTeaSwapAsync(duty);
        var place = await app.DraftPlaceAsync(new DateOnly(2026, 3, 21));
        var (ground, month) = (await app.FloorAsync("North", 1), BooksApp.FreeMonth());
        var budget = await app.AllocateAsync(ground, 100, month, month.AddDays(6));
        var closing = await app.CloseAsync(ground, month);
        var idea = await app.IdeaAsync("For the rights");
        var (fine, loan) = (await app.FineAsync("For the rights"), await app.LoanAsync("For the rights"));
        var part = await app.ReturnAsync(loan);
        return Pages(name => name switch
        {
            "/Expenses/Closing/Reversal" => bill,
            _ when name.StartsWith("/Expenses/Budgets/", StringComparison.Ordinal) => budget,
            _ when name.StartsWith("/Expenses/Closing/", StringComparison.Ordinal) => closing,
            "/TeaTasks/Slot" or "/TeaTasks/SlotArchive" => slot,
            "/TeaTasks/SwapAnswer" => teaSwap,
            "/Loans/ReturnAnswer" => part,
            "/Fines/Settlement" or "/Fines/Reopening" => fine,
            _ when name.StartsWith("/Loans/", StringComparison.Ordinal) => loan,
            "/TeaTasks/Place" => place,
            _ when name.StartsWith("/TeaTasks/", StringComparison.Ordinal) => duty,
            "/Expenses/ReportDownload" or "/Expenses/ReportPack" => report.Id,
            "/Expenses/Choosing/Kept" => chosen,
            "/Expenses/Receipts/File" or "/Expenses/Receipts/Removing" => receipt,
            "/Administration/OutboxRetry" => mail,
            _ when name.StartsWith("/Notices/Announcements/", StringComparison.Ordinal) => announcement,
            "/Requests/Decision" => request,
            _ when name.StartsWith("/Procurement/", StringComparison.Ordinal) => item,
            "/Feedback/Answering" => words,
            "/Feedback/Photos/File" => photo,
            "/Feedback/Insight/Dish" => dish,
            "/Feedback/Insight/Room" => room,
            "/Requests/Reopening" => decided,
            _ when name.StartsWith("/Platform/", StringComparison.Ordinal) => Cast.TenantId("South"),
            _ when name.StartsWith("/Administration/", StringComparison.Ordinal) => floor.Id,
            "/Menus/Turns/Swap" => swap,
            _ when name.StartsWith("/Menus/Suggestions/", StringComparison.Ordinal) => wish,
            _ when name.StartsWith("/Feedback/Ideas/", StringComparison.Ordinal) => idea,
            _ when name.StartsWith("/Menus/Dishes/", StringComparison.Ordinal) => dish,
            _ when name.StartsWith("/Menus/", StringComparison.Ordinal) || name.StartsWith("/Feedback/", StringComparison.Ordinal) => meal,
            _ when name.StartsWith("/Notices/Events/", StringComparison.Ordinal) => special,
            _ when name.StartsWith("/People/Rooms/", StringComparison.Ordinal) => room,
            _ when name.StartsWith("/People/Import/", StringComparison.Ordinal) => import,
            _ when name.StartsWith("/People/", StringComparison.Ordinal) => person,
            _ => bill,
        });
    }

    private List<Place> Pages(Func<string, object> idOf) =>
    [
        .. app.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(endpoint =>
            {
                var page = endpoint.Metadata.GetMetadata<CompiledPageActionDescriptor>()!;
                var name = page.AreaName + page.ViewEnginePath;
                var address = "/" + Regex.Replace(endpoint.RoutePattern.RawText!, @"\{(?<name>\w+)(:[^{}]*)?\}", parameter => parameter.Groups["name"].Value switch
                {
                    "format" => "csv",
                    "code" => "404",
                    _ => $"{idOf(name)}",
                });
                return new Place(name, address, PageRights.Table.GetValueOrDefault(name) ?? new(null), [.. page.HandlerMethods.Where(handler => handler.HttpMethod == "Post").Select(handler => handler.Name ?? "")]);
            }),
    ];
}

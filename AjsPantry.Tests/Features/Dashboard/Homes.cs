using System.Runtime.CompilerServices;
using AjsPantry.Features.TeaTasks;
using AjsPantry.Infrastructure.Jobs;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Tests.Features.Feedback.Ideas;
using AjsPantry.Tests.Features.Feedback.Ratings;
using AjsPantry.Tests.Features.Fines;
using AjsPantry.Tests.Features.Loans;
using AjsPantry.Tests.Features.Menus;
using AjsPantry.Tests.Features.Menus.Events;
using AjsPantry.Tests.Features.People;
using AjsPantry.Tests.Features.Procurement;
using AjsPantry.Tests.Features.Requests;
using AjsPantry.Tests.Features.TeaTasks;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Sdk;

namespace AjsPantry.Tests.Features.Dashboard;

/// <summary>North's first floor with something of everything that home pages show.</summary>
internal static class Homes
{
    private static readonly ConditionalWeakTable<ITest, Lazy<Task>> Full = [];

    /// <summary>Once for each test, which finds the cast alone.</summary>
    public static Task FillHomesAsync(this PantryApp app) =>
        Full.GetValue(TestContext.Current.Test!, _ => new Lazy<Task>(() => FillAsync(app))).Value;

    private static async Task FillAsync(PantryApp app)
    {
        var today = TestClock.Today;
        var room = await app.NewRoomAsync("Room of all", 1, Cast.Member);
        await app.TurnAsync(today.AddDays(2), room);
        await app.SayAsync(await app.PlanAsync(today.AddDays(-1), "Every-day dosa", side: "Chutney"), Cast.TeaManager, 4, "Good");
        await app.DutyAsync(today.AddDays(1), Cast.Member);
        await app.DutyAsync(today, null);
        await app.DutyAsync(today.AddDays(-2), Cast.Member, TeaState.Done);
        await app.AskedTeaSwapAsync(await app.DutyAsync(today.AddDays(3), Cast.Head));
        await app.NeedAsync("Priced thing", assignee: Cast.Member);
        await app.NeedAsync("Priced thing", boughtBy: Cast.Member, price: 120);
        await app.FineAsync("Own fine");
        await app.IdeaAsync("An idea of the home page", Cast.Member, null, Cast.Head);
        await app.OpenRequestAsync();
        await MealActs.AwayAsync(app, Cast.TeaManager, today, today.AddDays(1));
        await app.WishAsync(today.AddDays(4), "Wanted", Cast.Member);
        await app.AddEventAsync(today.AddDays(5), "An evening");
        await app.LoanAsync("A degchi", state: AjsPantry.Features.Loans.LoanState.Offered, quantity: 1, unit: "pcs", lender: 2);
        await app.RecordAsync("North", 1, BillActs.One(50, "HOME-1", date: today.AddMonths(-1)));
        await app.InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            var run = new JobRun { Kind = "tea-reminders", Period = "home", QueuedAt = TestClock.Beginning };
            run.Start(TestClock.Beginning);
            run.Fail(TestClock.Beginning, "The kettle is missing");
            db.JobRuns.Add(run);
            await db.SaveChangesAsync();
        });
    }
}

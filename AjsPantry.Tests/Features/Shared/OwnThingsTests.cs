using AjsPantry.Features.TeaTasks;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Tests.Features.Expenses.MonthEnd;
using AjsPantry.Tests.Features.Fines;
using AjsPantry.Tests.Features.Loans;
using AjsPantry.Tests.Features.People;
using AjsPantry.Tests.Features.Requests;
using AjsPantry.Tests.Features.TeaTasks;

namespace AjsPantry.Tests.Features.Shared;

/// <summary>
/// Nobody decides on what is their own: every line of the table, tried through the pages by somebody who may do it for everybody else.
/// </summary>
public sealed class OwnThingsTests(PeopleApp app) : IClassFixture<PeopleApp>
{
    /// <summary>For each of them, what is prepared, and the forms that then must change nothing.</summary>
    private Dictionary<OwnThing, Func<Task<(Person Person, Attempt[] Attempts)>>> Attempts => new()
    {
        [OwnThing.Request] = async () =>
        {
            var open = await app.AskedAsync(Cast.Head, Asking.Today.AddDays(3), Asking.Today.AddDays(3));
            var decided = await app.AskedAsync(Cast.Head, Asking.Today.AddDays(9), Asking.Today.AddDays(9));
            await app.DecideAsync(Cast.Admin, decided, "decline", "Not then");
            return (Cast.Head,
                [new($"/requests/{open}/decision", new() { ["Input.Decision"] = "approve" }),
                    new($"/requests/{decided}/reopen", new() { ["Input.Reason"] = "Please" })]);
        },
        [OwnThing.Absence] = async () => (Cast.Head, [new("/requests/enter", new()
        {
            ["Input.SubmissionId"] = Guid.NewGuid().ToString(),
            ["Input.Person"] = (await app.IdAsync(Cast.Head)).ToString(),
            ["Input.From"] = Asking.Iso(Asking.Today.AddDays(2)),
            ["Input.Until"] = Asking.Iso(Asking.Today.AddDays(2)),
            ["Input.Reason"] = "A wedding",
        })]),
        [OwnThing.Fine] = async () =>
        {
            var own = await app.FineAsync("Own", Cast.Head);
            var settled = await app.FineAsync("Own and waived", Cast.Head, state: AjsPantry.Features.Fines.FineState.Waived);
            var rooms = await app.FineAsync("Own room", Cast.Head, room: await app.NewRoomAsync("Heads' room", 1, Cast.Head));
            return (Cast.Head,
            [
                new($"/fines/{own}/settle", new() { ["Input.State"] = "Paid" }),
                new($"/fines/{own}/settle", new() { ["Input.State"] = "Waived", ["Input.Word"] = "Never mind" }),
                new($"/fines/{rooms}/settle", new() { ["Input.State"] = "Paid" }),
                new($"/fines/{settled}/reopen", new() { ["Input.Reason"] = "Better paid" }),
            ]);
        },
        [OwnThing.MonthClosing] = async () =>
        {
            var floor = await app.NewFloorAsync();
            return (Cast.Admin,
                [new($"/expenses/closing/{await app.CloseAsync(floor, ClosedMonthActs.February, Cast.Admin)}/confirm?floor={floor.Number}",
                    [])]);
        },
        [OwnThing.Loan] = async () =>
        {
            var loan = await app.LoanAsync("Own rice", state: AjsPantry.Features.Loans.LoanState.Offered);
            await ByAsync("loans", "lent_by_id", loan, Cast.Admin);
            return (Cast.Admin,
            [
                new($"/loans/{loan}/answer?floor=2", new() { ["Input.Decision"] = "came" }),
                new($"/loans/{loan}/answer?floor=2", new() { ["Input.Decision"] = "not", ["Input.Reason"] = "No" }),
            ]);
        },
        [OwnThing.LoanReturn] = async () =>
        {
            var back = await app.ReturnAsync(await app.LoanAsync("Own oil"));
            await ByAsync("loan_returns", "returned_by_id", back, Cast.Admin);
            return (Cast.Admin, [new($"/loans/returns/{back}?floor=1", new() { ["Input.Decision"] = "came" })]);
        },
        [OwnThing.Tea] = async () =>
        {
            var missed = await app.DutyAsync(TestClock.Today, Cast.TeaManager, TeaState.Missed);
            await ByAsync("tea_duties", "marked_by_id", missed, Cast.Head);
            return (Cast.TeaManager,
                [new($"/tea/duty/{missed}/completion", new() { ["Input.Result"] = "done" }),
                    new($"/tea/duty/{missed}?handler=Unmark", [])]);
        },
        [OwnThing.Role] = async () =>
            (Cast.Head, [new($"/people/{await app.IdAsync(Cast.Head)}/tea-manager", new() { ["Input.Appoint"] = "true" })]),
        [OwnThing.Account] = async () =>
        {
            await app.NewAsync(floor: null, role: Role.Admin);
            return (Cast.Admin, [new($"/people/{await app.IdAsync(Cast.Admin)}/deactivate", new() { ["Input.Reason"] = "Tired" })]);
        },
        [OwnThing.SecondStep] = async () =>
            (Cast.Admin,
                [new($"/people/{await app.IdAsync(Cast.Admin)}/two-step",
                    new() { ["Input.Reason"] = "Lost", ["Input.Password"] = Cast.Password })]),
        [OwnThing.AdminAccess] = async () =>
        {
            var other = await app.NewAsync(floor: null, role: Role.Admin);
            var rising = await app.NewAsync();
            // Somebody who could agree.
            await app.NewAsync(floor: null, role: Role.Admin);
            var id = await app.IdAsync(other);
            var risingId = await app.IdAsync(rising);
            var stamp = (await app.ReadAsync(other)).ConcurrencyStamp!;
            Dictionary<string, string> Details(string number, string mail) =>
                new()
                {
                    ["Input.Stamp"] = stamp,
                    ["Input.Name"] = "Other",
                    ["Input.Number"] = number,
                    ["Input.Mail"] = mail,
                    ["Input.Password"] = Cast.Password
                };
            return (Cast.Admin,
            [
                new($"/people/{id}/access", []), new($"/people/{id}/edit", Details(other.Number, "mine@north.example")),
                new($"/people/{id}/edit", Details("mine", "")),
                new($"/people/{id}/role", new() { ["Input.Role"] = "Member", ["Input.Floor"] = "1" }),
                new($"/people/{id}/deactivate", new() { ["Input.Reason"] = "Away" }),
                new($"/people/{risingId}/role", new() { ["Input.Role"] = "Admin" }),
            ]);
        },
    };

    [Fact]
    public async Task Nobody_decides_on_what_is_their_own()
    {
        Assert.Equal(Enum.GetValues<OwnThing>(), OwnThings.Refusals.Keys.Order());
        Assert.Equal(Enum.GetValues<OwnThing>(), Attempts.Keys.Order());
        foreach (var (thing, prepare) in Attempts)
        {
            var (person, attempts) = await prepare();
            var visitor = await app.SignInAsync(person);
            var token = await visitor.TokenAsync();
            foreach (var attempt in attempts)
            {
                var before = await Rows.ReadAsync(app.Database);
                var answer = await visitor.PostBlindlyAsync(
                    attempt.Address, new(attempt.Values) { ["__RequestVerificationToken"] = token });
                var words = answer.Status == 302 ? (await answer.FollowAsync()).Toast : answer.Text;
                Assert.True(words.Contains(OwnThings.Refusals[thing].Text, StringComparison.Ordinal),
                    $"{thing} by {attempt.Address} answered {answer.Status}: {words}");
                // That one admin wishes something about another is written down, and nothing else.
                Assert.Equal(thing == OwnThing.AdminAccess ? ["audit_entries"] : [], await before.ChangesAsync());
            }
        }
    }

    [Fact]
    public void What_is_refused_reads_as_what_to_do_next()
    {
        string[] words =
        [
            "You cannot decide on your own request. An admin decides on it.",
            "Ask for your own absence instead. An admin decides on it.",
            "This fine is yours, alone or with others. Another person who manages fines must do this.",
            "You closed this month yourself. Another person must confirm it.",
            "You recorded this loan yourself. Somebody else must confirm it.",
            "You recorded this return yourself. Somebody else must confirm it.",
            "This tea is yours. Another person who manages tea must do this.",
            "This is your own account. Ask an admin to change your role.",
            "This is your own account. Ask another admin to deactivate it.",
            "This is your own account. Ask another admin or a platform operator to turn it off.",
            "Noted, but nothing changes yet. This is about an admin, so a second admin must agree. Ask another admin to do the same here within a day.",
        ];
        Assert.Equal(words, OwnThings.Refusals.OrderBy(line => line.Key).Select(line => line.Value.Text));
    }

    private Task ByAsync(string table, string column, Guid id, Person person) => TestServer.ExecuteAsync(
        TestServer.AsSuperuser(app.Database),
        $"UPDATE {table} SET {column} = (SELECT id FROM members WHERE number = '{person.Number}') WHERE id = '{id}'");

    private sealed record Attempt(string Address, Dictionary<string, string> Values);
}

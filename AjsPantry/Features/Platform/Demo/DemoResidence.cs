using AjsPantry.Features.Administration.Settings;
using AjsPantry.Features.Menus.CookingTurns.Rota;
using AjsPantry.Features.People.Directory;
using AjsPantry.Features.TeaTasks.Jobs;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.SignIn;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Platform.Demo;

/// <summary>The people of a residence that an operator has made, and what they do in a year on each of its floors.</summary>
internal sealed class DemoResidence(DemoStage stage, string code, string password)
{
    /// <summary>How long the last of them is there, in days: longer than anything that is counted.</summary>
    private const int Age = 405;

    public async Task LoadAsync(DateTimeOffset began, CancellationToken cancellationToken)
    {
        var number = DemoPeople.All.Single(person => person.Residence == code && person.Role == Role.Admin).Number;
        await JoinAsync(number, began, cancellationToken);
        await SettleAsync(await stage.SignInAsync(number, cancellationToken), began, cancellationToken);
        var admin = await stage.SignInAsync(number, cancellationToken);
        foreach (var (index, person) in DemoPeople.All.Index().Where(row => row.Item.Residence == code && row.Item.Role != Role.Admin))
            await AddAsync(admin, person, stage.At(-Age - (30 * (index % 9)), 10), cancellationToken);
        var floors = await FloorsAsync(admin, cancellationToken);
        foreach (var floor in floors)
            await LoadAsync(floor, cancellationToken);
        await new DemoLoans(stage, floors[0], floors[1]).LoadAsync(cancellationToken);
        await stage.RunAsync<CloseTeaDays>(cancellationToken);
        await stage.RunAsync<KeepTurnsAhead>(cancellationToken);
        await stage.CloseAsync(cancellationToken);
    }

    private async Task LoadAsync(DemoFloor floor, CancellationToken cancellationToken)
    {
        var kitchen = await new DemoMenus(stage, floor).LoadAsync(cancellationToken);
        await new DemoRatings(stage, floor, kitchen).LoadAsync(cancellationToken);
        await new DemoTea(stage, floor).LoadAsync(cancellationToken);
        await new DemoRequests(stage, floor).LoadAsync(cancellationToken);
        await new DemoNotices(stage, floor).LoadAsync(cancellationToken);
        await new DemoIdeas(stage, floor).LoadAsync(cancellationToken);
        await new DemoFines(stage, floor).LoadAsync(cancellationToken);
        await new DemoExpenses(stage, floor, seed: code.Length * 100 + floor.View.Number).LoadAsync(cancellationToken);
        await new DemoErrand(stage, floor).LoadAsync(cancellationToken);
        await new DemoShopping(stage, floor).LoadAsync(cancellationToken);
        await new DemoReceipts(stage, floor).LoadAsync(cancellationToken);
    }

    /// <summary>One residence shows what can be chosen, and both let everybody in with a password alone.</summary>
    private async Task SettleAsync(DemoMember admin, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var input = SettingsInput.Of(
            await stage.AskAsync(admin, at, null, (ChangeSettings settings) => settings.ReadAsync(cancellationToken)));
        input.SecondFactorRoles = [];
        if (code == "noor")
        {
            input.ShowsHijri = true;
            input.DayLabels = ["", "bread", "", "", "bread", "", ""];
        }

        await stage.DoAsync(admin, at, input, (ChangeSettings settings) => settings.HandleAsync(input, cancellationToken));
    }

    private async Task AddAsync(DemoMember admin, DemoPerson person, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var input = new AddMember.Input
        {
            Number = person.Number,
            Name = person.Name,
            Role = person.Role,
            Floor = person.Floor,
            Mail = person.Mail,
        };
        await stage.DoAsync(admin, at, input, (AddMember.Handler members) => members.HandleAsync(input, cancellationToken));
        await JoinAsync(person.Number, at, cancellationToken);
    }

    /// <summary>They have the password that the command was given, and need no link.</summary>
    private Task<bool> JoinAsync(string number, DateTimeOffset at, CancellationToken cancellationToken) =>
        stage.AsJobAsync(at, async (IServiceProvider services) =>
        {
            var members = services.GetRequiredService<UserManager<Member>>();
            var member = await services.GetRequiredService<PantryDb>().Members
                .SingleAsync(member => member.Number == number, cancellationToken);
            member.EmailConfirmed = true;
            var result = await members.AddPasswordAsync(member, password);
            if (!result.Succeeded)
                throw new InvalidOperationException(string.Join(" ", result.Errors.Select(error => error.Description)));
            await services.GetRequiredService<Invitations>().WithdrawAsync(member.Id, cancellationToken);
            return true;
        });

    private async Task<IReadOnlyList<DemoFloor>> FloorsAsync(DemoMember admin, CancellationToken cancellationToken)
    {
        var people = new List<DemoMember>();
        foreach (var person in DemoPeople.All.Where(person => person.Residence == code && person.Floor is not null))
            people.Add(await stage.SignInAsync(person.Number, cancellationToken));
        return [.. people.GroupBy(member => member.Person.Floor!).OrderBy(floor => floor.Key.Number)
            .Select(floor => new DemoFloor(floor.Key, [.. floor], admin))];
    }
}

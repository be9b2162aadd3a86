using AjsPantry.Features.Platform;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.SignIn;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Platform;

/// <summary>What the command for operators refuses, without starting the program for each.</summary>
public sealed class AddOperatorTests(PantryApp app) : IClassFixture<PantryApp>
{
    [Fact]
    public async Task An_operator_who_is_deactivated_gets_no_link()
    {
        await TestServer.WriteAsync(
            app.Database, $"UPDATE members SET deactivated_at = '2026-03-15T09:00:00Z' WHERE number = '{Cast.Operator.Number}'");
        var before = await Rows.ReadAsync(app.Database);
        var outcome = await AddAsync(new(Cast.Operator.Number, "Somebody", null));
        Assert.Equal([new("Number", "Operator P-operator is deactivated.")], outcome.Messages);
        Assert.Empty(await before.ChangesAsync());
    }

    [Fact]
    public async Task A_number_that_nobody_has_needs_a_name()
    {
        var before = await Rows.ReadAsync(app.Database);
        var outcome = await AddAsync(new("9001", " ", null));
        Assert.Equal([new("Name", "There is no operator 9001 yet. Give the name as well to add one.")], outcome.Messages);
        Assert.Empty(await before.ChangesAsync());
    }

    [Fact]
    public async Task Of_two_who_add_the_same_operator_at_once_the_second_is_told_and_can_try_again()
    {
        AddOperator.Input input = new("9002", "Second Operator", null);
        var outcome = await AddAsync(input, () => AddAsync(input));
        Assert.Equal([new("Number", "Somebody else is adding an operator right now. Try again.")], outcome.Messages);
        Assert.Equal(1, await app.ReadAsync("Platform", db => db.Members.CountAsync(member => member.Number == "9002")));
        Assert.Equal("9002", (await AddAsync(input)).Value!.Number);
    }

    [Fact]
    public async Task Who_finds_no_platform_and_is_outrun_in_making_it_is_told_and_makes_no_second_one()
    {
        var before = await Rows.ReadAsync(app.Database);
        // As where the program looked for the platform a moment before it was there.
        await using var scope = app.Services.GetRequiredService<TenantScopes>().Open(new("0190a000-0000-7000-8000-0000000000fe"));
        scope.ServiceProvider.GetRequiredService<Caller>().ActAsJob("Command line");
        var handler = scope.ServiceProvider.GetRequiredService<AddOperator.Handler>();
        var outcome = await handler.HandleAsync(new("9004", "Fourth Operator", null), CancellationToken.None);
        Assert.Equal([new("Number", "Somebody else is adding an operator right now. Try again.")], outcome.Messages);
        Assert.Empty(await before.ChangesAsync());
    }

    [Theory]
    [InlineData("", "", "", "Write the member number.")]
    [InlineData("123456789012345678901", "", "", "Use 20 characters at most.")]
    [InlineData("9003", "long", "", "A name has 100 characters at most.")]
    [InlineData("9003", "", "nowhere", "Write the whole email address, such as 1013@noor.example, or leave it empty.")]
    public void What_cannot_be_is_said(string number, string name, string mail, string message)
    {
        AddOperator.Input input = new(number, name == "long" ? new string('x', 101) : name, mail);
        var verdict = new AddOperator.Validator().Validate(input);
        Assert.Equal([message], verdict.Errors.Select(error => error.ErrorMessage));
    }

    private Task<Outcome<InvitationLink>> AddAsync(AddOperator.Input input, Func<Task>? meanwhile = null) =>
        app.InTenantAsync("Platform", services =>
    {
        services.GetRequiredService<Caller>().ActAsJob("Command line");
        if (meanwhile is not null)
            services.GetRequiredService<PantryDb>().BeforeSaving(meanwhile);
        return services.GetRequiredService<AddOperator.Handler>().HandleAsync(input, CancellationToken.None);
    });
}

using AjsPantry.Features.Platform;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Tests.Infrastructure.Identity;
using AjsPantry.Tests.Infrastructure.SignIn.TwoStep;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.Platform;

/// <summary>Admins and operators who lost the phone, and have nobody beside them.</summary>
public sealed class ResetSecondStepTests(PantryApp app) : IClassFixture<PantryApp>
{
    private static string Page(string tenant) => $"/platform/tenants/{Cast.TenantId(tenant)}/two-step";

    [Fact]
    public async Task An_operator_lets_a_residences_only_admin_in_again()
    {
        var (admin, _, _) = await app.SomebodyWithSecondStepAsync("South", Role.Admin);
        var visitor = await app.SignInAsync(Cast.Operator);
        Assert.Contains(Page("South"),
            (await visitor.GetAsync($"/platform/tenants/{Cast.TenantId("South")}")).Document.QuerySelectorAll("main a")
                .Select(link => link.GetAttribute("href")));
        var page = await visitor.GetAsync(Page("South"));
        Dictionary<string,
            string> filled =
                new()
                {
                    ["Input.Number"] = admin.Number,
                    ["Input.Reason"] = "Called from the known number",
                    ["Input.Password"] = Cast.Password
                };
        Assert.Equal(
            ["Input_Number: Write the admin's member number.", "Input_Reason: Write the reason. The admin and the residence read it.",
                "Input_Password: Write your current password."],
            (await page.SubmitAsync([])).Errors);
        Assert.Equal(["Input_Password: That is not your current password."],
            (await page.SubmitAsync(new(filled) { ["Input.Password"] = "wrong" })).Errors);
        Assert.Equal($"Two-step sign-in of admin {admin.Number} is off. They get a notification.",
            (await (await page.SubmitAsync(filled)).FollowAsync()).Toast);
        Assert.Equal("/", (await app.TryAsync(admin.Number, Cast.Password)).Location);
        Assert.Contains(await app.ToldAsync(admin),
            told => told.Contains("A platform operator turned it off. Reason: Called from the known number.", StringComparison.Ordinal));
        foreach (var tenant in (string[])["South", "Platform"])
            Assert.Contains("Called from the known number",
                await app.ReadAsync(tenant, db => db.AuditEntries.Select(entry => entry.Reason).ToListAsync()));
    }

    [Fact]
    public async Task An_operator_takes_off_nobody_elses()
    {
        var (head, _, _) = await app.SomebodyWithSecondStepAsync("South");
        var page = await (await app.SignInAsync(Cast.Operator)).GetAsync(Page("South"));
        foreach (var number in (string[])[head.Number, Cast.OtherTenantAdmin.Number, "nobody"])
        {
            var answer = await page.SubmitAsync(
                new() { ["Input.Number"] = number, ["Input.Reason"] = "Asked", ["Input.Password"] = Cast.Password });
            Assert.Equal(["Input_Number: No active admin of this residence has this number and two-step sign-in."], answer.Errors);
        }

        Assert.True((await app.FindAsync(head)).TwoFactorEnabled);
    }

    [Fact]
    public async Task The_last_operator_is_let_in_by_a_command_on_the_server()
    {
        var (person, key, _) = await app.SomebodyWithSecondStepAsync("Platform", Role.Operator);
        var (device, question) = await app.HalfwayAsync(person);
        await question.AnswerAsync(app.CodeOf(key));
        foreach (var (arguments, words) in ((string[], string)[])[
            (["--number", person.Number, "--two-step", "off"], "Give the reason"),
            (["--number", person.Number, "--two-step", "on"], "Usage:"),
            (["--number", "9999", "--two-step", "off", "--reason", "Lost"], "There is no operator 9999."),
            (["--number", Cast.Operator.Number, "--two-step", "off", "--reason", "Lost"],
                $"Operator {Cast.Operator.Number} has no two-step sign-in.")])
        {
            var (refused, why) = await RunAsync(arguments);
            Assert.Equal(1, refused);
            Assert.Contains(words, why, StringComparison.Ordinal);
        }

        var (code, said) = await RunAsync("--number", person.Number, "--two-step", "off", "--reason", "Lost the phone.");
        Assert.Equal(0, code);
        Assert.Contains($"Two-step sign-in of operator {person.Number} is off.", said, StringComparison.Ordinal);
        Assert.Equal(302, (await device.GetAsync("/account")).Status);
        Assert.Equal("/", (await app.TryAsync(person.Number, Cast.Password)).Location);
        Assert.Contains(await app.ToldAsync(person),
            told => told.Contains("Somebody at the server turned it off. Reason: Lost the phone. ", StringComparison.Ordinal));
        var entry = await app.ReadAsync(
            "Platform", db => db.AuditEntries.SingleAsync(entry => entry.Reason == "Lost the phone." && entry.Thing == nameof(Member)));
        Assert.Equal("Command line", entry.ActorName);
    }

    private async Task<(int Code, string Said)> RunAsync(params string[] arguments)
    {
        var said = new StringWriter();
        var code = await OperatorCommand.RunAsync(app.Services, ["operator", .. arguments], said, said);
        return (code, said.ToString());
    }
}

using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Tests.Infrastructure.Identity;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Infrastructure.Persistence;

/// <summary>What the database says of an entry of the trail by itself, whatever the application's role sends.</summary>
public sealed class AuditStampTests(PantryApp app) : IClassFixture<PantryApp>
{
    private const string Warning = "Not from a session of this person";

    [Fact]
    public async Task What_a_person_does_carries_the_persons_session()
    {
        await (await (await app.SignInAsync(Cast.Head)).GetAsync("/feedback/ideas/add"))
            .SubmitAsync(new() { ["Input.Title"] = "A second kettle", ["Input.Text"] = "One is too small." });
        var entry = await NewestAsync("North");
        Assert.Equal((entry.ActorId, "pantry_app", (byte[]?)null), (entry.SessionMemberId, entry.WrittenBy, entry.SessionProof));
        Assert.NotNull(entry.SessionMemberId);
        Assert.False(entry.IsWithoutSession);
        Assert.DoesNotContain(
            Warning, (await (await app.SignInAsync(Cast.Admin)).GetAsync("/administration/audit")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_no_changed_row_tells_carries_the_session_as_well()
    {
        var second = await app.AddSomebodyAsync(role: Role.Admin);
        var third = await app.AddSomebodyAsync(role: Role.Admin);
        var member = await app.AddSomebodyAsync();
        await app.SignInAsync(member, fresh: true);
        var ids = await app.ReadAsync("North", db => db.Members.ToDictionaryAsync(person => person.Number, person => person.Id));
        foreach (var admin in (Person[])[Cast.Admin, second])
        {
            var visitor = await app.SignInAsync(admin);
            await visitor.PostAsync($"/people/{ids[third.Number]}/access");
            await visitor.PostAsync($"/people/{ids[member.Number]}/sessions");
        }

        var entries = await app.ReadAsync("North", db => db.AuditEntries.Where(entry => entry.ActorId != null).ToListAsync());
        foreach (var written in (string[])["AskedForAsAdmin", "AgreedOnByTwoAdmins", "EndedSessions"])
            Assert.Contains(entries, entry => entry.After?.Contains(written, StringComparison.Ordinal) == true);
        Assert.DoesNotContain(entries, entry => entry.IsWithoutSession);
        Assert.DoesNotContain(
            Warning, (await (await app.SignInAsync(Cast.Admin)).GetAsync("/administration/audit")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_operator_does_carries_the_operators_session()
    {
        var page = await (await app.SignInAsync(Cast.Operator)).GetAsync($"/platform/tenants/{Cast.TenantId("North")}/suspend");
        await page.SubmitAsync(new() { ["Input.Reason"] = "Only for this test" });
        var entry = await NewestAsync("North");
        Assert.Contains("(operator)", entry.ActorName, StringComparison.Ordinal);
        Assert.Equal(entry.ActorId, entry.SessionMemberId);
    }

    [Theory]
    [InlineData("decode(repeat('00', 48), 'hex')")]
    [InlineData("decode(repeat('00', 16), 'hex') || (SELECT key_hash FROM sessions LIMIT 1)")]
    [InlineData("uuid_send(tenant_id) || (SELECT key_hash FROM sessions LIMIT 1)")]
    [InlineData("'short'::bytea")]
    [InlineData("NULL")]
    public async Task Whoever_holds_the_applications_role_forges_neither_time_nor_person(string proof)
    {
        await app.SignInAsync(Cast.Admin);
        await app.AsAppAsync("North", $"""
            INSERT INTO audit_entries (tenant_id, id, at, actor_id, actor_name, kind, thing, thing_id, written_at, written_by, session_member_id, session_proof)
            SELECT tenant_id, gen_random_uuid(), '2099-01-01', id, name, 'Changed', 'Bill', gen_random_uuid(), '2001-01-01', 'nobody', id, {proof}
            FROM members WHERE number = '{Cast.Admin.Number}'
            """);
        var entry = await NewestAsync("North");
        Assert.Equal((Cast.Admin.Name, (Guid?)null, "pantry_app", (byte[]?)null),
            (entry.ActorName, entry.SessionMemberId, entry.WrittenBy, entry.SessionProof));
        Assert.True(
            await TestServer.ScalarAsync<bool>(TestServer.AsSuperuser(app.Database),
                $"SELECT written_at BETWEEN now() - interval '1 day' AND now() FROM audit_entries WHERE id = '{entry.Id}'"));
        Assert.Contains(
            Warning, (await (await app.SignInAsync(Cast.Admin)).GetAsync("/administration/audit")).Text, StringComparison.Ordinal);
    }

    private Task<AuditEntry> NewestAsync(string tenant) =>
        app.ReadAsync(
            tenant, db => db.AuditEntries.OrderByDescending(entry => entry.WrittenAt).ThenByDescending(entry => entry.Id).FirstAsync());
}

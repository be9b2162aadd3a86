using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace AjsPantry.Tests.Infrastructure.Persistence;

/// <summary>
/// A database that has been in use since the first version becomes today's, and a version that still runs beside a newer one goes on.
/// </summary>
public sealed partial class UpgradeTests(PantryApp app) : IClassFixture<PantryApp>
{
    /// <summary>Two tenants with two floors each, people, and bills of two lines, as the first version wrote them.</summary>
    private const string Data = """
        INSERT INTO tenants (id, code, name, time_zone, culture, currency, shared_idle_minutes, own_idle_days, absolute_days, is_platform, created_at)
            SELECT md5('t' || t)::uuid, 'tenant-' || t, 'Tenant ' || t, 'Asia/Kolkata', 'en-IN', 'INR', 15, 30, 90, false, now() FROM generate_series(1, 2) t;
        INSERT INTO floors (tenant_id, id, number, name, created_at)
            SELECT md5('t' || t)::uuid, md5(t || 'f' || f)::uuid, f, 'Floor ' || f, now() FROM generate_series(1, 2) t, generate_series(1, 2) f;
        INSERT INTO members (id, tenant_id, number, name, role, floor_id, theme, created_at, user_name, normalized_user_name, email_confirmed, phone_number_confirmed, two_factor_enabled, lockout_enabled, access_failed_count)
            SELECT md5(t || 'm' || f || m)::uuid, md5('t' || t)::uuid, f || '0' || m, 'Person ' || m, CASE m WHEN 1 THEN 'PantryHead' ELSE 'Member' END, md5(t || 'f' || f)::uuid, 'Device', now(),
                'tenant-' || t || ':' || f || '0' || m, upper('tenant-' || t || ':' || f || '0' || m), false, false, false, true, 0
            FROM generate_series(1, 2) t, generate_series(1, 2) f, generate_series(1, 4) m;
        BEGIN;
        INSERT INTO bills (tenant_id, id, floor_id, submission_id, number, date, shop, lines_total, charges, discount, total, recorded_by_id, recorded_at, changed_at)
            SELECT md5('t' || t)::uuid, md5(t || 'b' || f || b)::uuid, md5(t || 'f' || f)::uuid, md5(t || 's' || f || b)::uuid, 'B-' || b, date '2025-01-01' + b, 'Shop ' || b % 3, 30.50 + b, 2, 0.50, 32.00 + b, md5(t || 'm' || f || 1)::uuid, now(), now()
            FROM generate_series(1, 2) t, generate_series(1, 2) f, generate_series(1, 50) b;
        INSERT INTO bill_lines (tenant_id, id, bill_id, position, item, quantity, unit, amount, category)
            SELECT md5('t' || t)::uuid, md5(t || 'l' || f || b || l)::uuid, md5(t || 'b' || f || b)::uuid, l, 'Item ' || l, 1.5, 'kg', CASE l WHEN 0 THEN 30.50 ELSE b END, 'Grains'
            FROM generate_series(1, 2) t, generate_series(1, 2) f, generate_series(1, 50) b, generate_series(0, 1) l;
        COMMIT;
        """;

    /// <summary>One meal of which a cook was told, and news as the first version kept it: by a text that said what it was about.</summary>
    private static readonly string News = $"""
        INSERT INTO dishes (tenant_id, id, name, normal_name, category, servings, tips, created_at)
            SELECT md5('t1')::uuid, md5('dish')::uuid, 'Poha', 'poha', 'Main', 10, ARRAY[]::text[], now();
        INSERT INTO menus (tenant_id, id, floor_id, date, meal, dish_id, created_at)
            SELECT md5('t1')::uuid, '{Meal}', md5('1f1')::uuid, '2026-03-16', 'breakfast', md5('dish')::uuid, now();
        INSERT INTO meal_suggestions (tenant_id, id, submission_id, floor_id, member_id, date, dish, state, created_at)
            SELECT md5('t1')::uuid, '{Thing}', '{Other}', md5('1f1')::uuid, md5('1m11')::uuid, '2026-03-17', 'Poha', 'Waiting', now();
        INSERT INTO notices (tenant_id, id, member_id, kind, cause, title, text, path, created_at)
            SELECT md5('t1')::uuid, md5(cause)::uuid, md5('1m11')::uuid, 'Meal', cause, cause, '', '/', now() FROM unnest(ARRAY[
                'announcement:{Thing}', 'loan:{Thing}:due:2026-03-16', 'event:{Thing}:2026-04-14T19:00', 'tea:{Thing}:{Other}:evening',
                'cook:2026-03-16:{Other}:{Thing}', 'suggested:{Other}', 'meal:abcdef.{Mark}.zzzzzz', 'something else']) AS cause;
        INSERT INTO outbox_mails (tenant_id, id, cause, address, subject, text, html, has_secret, created_at, attempts, next_try_at)
            SELECT tenant_id, id, 'notice:' || id, 'somebody@pantry.test', cause, '', '', false, now(), 0, now() FROM notices
            UNION ALL SELECT md5('t1')::uuid, md5('invitation')::uuid, 'invitation:{Thing}', 'somebody@pantry.test', 'Invitation', '', '', false, now(), 0, now();
        """;

    private const string Meal = "0190a000-1234-7000-8000-0000000000ff";
    private const string Thing = "0190a000-0000-7000-8000-000000000001";
    private const string Other = "0190a000-0000-7000-8000-000000000002";

    /// <summary>How the first version named a meal in such a text.</summary>
    private static string Mark => Base64Url.EncodeToString(SHA256.HashData(Guid.Parse(Meal).ToByteArray()))[..6];

    private const string WhatNewsIsAbout = """
        SELECT string_agg(format('%s | %s | %s | %s', CASE WHEN n.subject_id = n.id THEN 'itself' ELSE n.subject_id::text END, n.step, CASE n.step WHEN 'cook' THEN 'digest' ELSE n.occasion END, m.subject = n.title), E'\n' ORDER BY n.step COLLATE "C")
        FROM notices n JOIN outbox_mails m ON m.tenant_id = n.tenant_id AND m.notice_id = n.id
        """;

    private const string Sums = """
        SELECT string_agg(line, E'\n' ORDER BY line) FROM (
            SELECT format('%s %s: %s bills, %s, %s lines, %s people', b.tenant_id, b.floor_id, count(DISTINCT b.id), sum(b.total) / 2, count(l.id), (SELECT count(*) FROM members m WHERE m.floor_id = b.floor_id)) AS line
            FROM bills b JOIN bill_lines l ON l.bill_id = b.id GROUP BY b.tenant_id, b.floor_id) AS lines
        """;

    private static PantryDb Context(string connection) =>
        new(new DbContextOptionsBuilder<PantryDb>().UseNpgsql(connection).UseSnakeCaseNamingConvention().Options, new CurrentTenant());

    [Fact]
    public async Task A_database_of_the_first_version_becomes_todays_with_every_row_and_behind_walls()
    {
        var name = await TestServer.CreateEmptyDatabaseAsync();
        try
        {
            await using (var first = Context(TestServer.AsOwner(name)))
            {
                var all = first.Database.GetMigrations().ToList();
                Assert.True(all.Count > 1, "There is one migration: nothing would be upgraded, and this test would say nothing.");
                await first.GetService<IMigrator>().MigrateAsync(all[0]);
            }

            await TestServer.ExecuteAsync(TestServer.AsSuperuser(name), Data + News);
            var before = await TestServer.ScalarAsync<string>(TestServer.AsSuperuser(name), Sums);
            Assert.Equal(4, before.Split('\n').Length);

            await Migrate.RunAsync(TestServer.AsOwner(name), CancellationToken.None);
            Assert.Equal(before, await TestServer.ScalarAsync<string>(TestServer.AsSuperuser(name), Sums));
            Assert.Equal(
                string.Join('\n', $"{Thing} | announced |  | t", $"{Thing} | asked |  | t", $"{Meal} | cook | digest | t",
                    $"{Thing} | cooks tomorrow | 2026-03-16:{Other} | t",
                    $"{Thing} | due | 2026-03-16 | t", $"{Thing} | evening | {Other} | t", $"{Thing} | moved | 2026-04-14T19:00 | t",
                    "itself | told |  | t"),
                await TestServer.ScalarAsync<string>(TestServer.AsSuperuser(name), WhatNewsIsAbout));
            Assert.Equal($"{Meal}",
                await TestServer.ScalarAsync<string>(
                    TestServer.AsSuperuser(name), "SELECT string_agg(menu_id::text, ' ') FROM told_meals"));
            Assert.Equal(1,
                await TestServer.ScalarAsync<long>(
                    TestServer.AsSuperuser(name), "SELECT count(*) FROM outbox_mails WHERE notice_id IS NULL"));
            await using (var today = Context(TestServer.AsApp(name)))
                Assert.Empty(await StartupCheck.ProblemsAsync(today, CancellationToken.None));
            // A second time there is nothing to do.
            await Migrate.RunAsync(TestServer.AsOwner(name), CancellationToken.None);
            Assert.Equal(before, await TestServer.ScalarAsync<string>(TestServer.AsSuperuser(name), Sums));
        }
        finally
        {
            await TestServer.DropDatabaseAsync(name);
        }
    }

    [Fact]
    public async Task A_database_that_other_migrations_made_is_refused_and_left_as_it_is()
    {
        const string history = "SELECT string_agg(migration_id, ' ') FROM \"__EFMigrationsHistory\"";
        var name = await TestServer.CreateEmptyDatabaseAsync();
        try
        {
            await TestServer.ExecuteAsync(TestServer.AsOwner(name), """
                CREATE TABLE "__EFMigrationsHistory" (migration_id varchar(150) PRIMARY KEY, product_version varchar(32) NOT NULL);
                INSERT INTO "__EFMigrationsHistory" VALUES ('20200101000000_Initial', '10.0.0'), ('20200102000000_More', '10.0.0');
                """);
            var refusal = await Assert.ThrowsAsync<OtherHistoryException>(() =>
                Migrate.RunAsync(TestServer.AsOwner(name), CancellationToken.None));
            Assert.Equal(
                "The database was made by an earlier version that this one cannot take over. Nothing was changed. Start with an empty database.", refusal.Message);
            Assert.Equal(
                "20200101000000_Initial 20200102000000_More", await TestServer.ScalarAsync<string>(TestServer.AsOwner(name), history));
            Assert.Equal(1,
                await TestServer.ScalarAsync<long>(
                    TestServer.AsOwner(name), "SELECT count(*) FROM pg_tables WHERE schemaname IN ('public', 'hangfire')"));
        }
        finally
        {
            await TestServer.DropDatabaseAsync(name);
        }
    }

    /// <summary>
    /// A release migrates while the version before still answers. So a migration may add, and what it takes away or asks for waits for the
    /// release after. What stood before the first release is listed here; every other exception needs a reason beside its name.
    /// </summary>
    [Fact]
    public void Migrations_take_nothing_away_from_the_version_that_still_runs()
    {
        string[] beforeTheFirstRelease = ["20261130101352_NewsBySubject: drops notices.cause"];
        using var db = Context(TestServer.AsApp(app.Database));
        var migrations = db.GetService<IMigrationsAssembly>();
        var found = migrations.Migrations
            .SelectMany(migration => migrations.CreateMigration(migration.Value, db.Database.ProviderName!).UpOperations.Select(Breaks)
                .OfType<string>().Select(what => $"{migration.Key}: {what}"));
        Assert.Equal(beforeTheFirstRelease, found);
    }

    private static string? Breaks(MigrationOperation operation) => operation switch
    {
        DropTableOperation drop => $"drops {drop.Name}",
        DropColumnOperation drop => $"drops {drop.Table}.{drop.Name}",
        RenameTableOperation rename => $"renames {rename.Name}",
        RenameColumnOperation rename => $"renames {rename.Table}.{rename.Name}",
        AlterColumnOperation { IsNullable: false, OldColumn.IsNullable: true } alter => $"requires {alter.Table}.{alter.Name}",
        AddColumnOperation { IsNullable: false, DefaultValue: null, DefaultValueSql: null, ComputedColumnSql: null } add =>
            $"requires {add.Table}.{add.Name}",
        SqlOperation { Sql: var sql } when TakingAway().Match(sql) is { Success: true, Value: var what } => $"says {what}",
        _ => null,
    };

    [GeneratedRegex(@"\bDROP\s+(TABLE|COLUMN|VIEW)\b|\bRENAME\s+(TO|COLUMN)\b|\bSET\s+NOT\s+NULL\b|\bREVOKE\b[^;]+\bFROM\s+pantry_app\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex TakingAway();
}

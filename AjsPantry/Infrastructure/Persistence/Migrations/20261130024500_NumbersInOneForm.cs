using System.Globalization;
using AjsPantry.Infrastructure.Identity;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AjsPantry.Infrastructure.Persistence.Migrations;

/// <summary>
/// Member numbers that were written with digits of another script, in full width or with marks that nobody sees become what
/// <see cref="MemberNumber"/> makes of them, as the door looks for nothing else. Where two people would come to have one number,
/// both keep theirs and an admin changes one. Changes no table, so the model's snapshot stays as it is.
/// </summary>
[DbContext(typeof(PantryDb))]
[Migration("20261130024500_NumbersInOneForm")]
public sealed class NumbersInOneForm : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var (letters, plain) = Letters();
        migrationBuilder.Sql($"""
            ALTER TABLE members NO FORCE ROW LEVEL SECURITY;
            WITH plain AS (SELECT tenant_id, id, btrim(translate(number, '{letters}', '{plain}')) AS number FROM members)
            UPDATE members AS m SET number = p.number, user_name = replace(m.tenant_id::text, '-', '') || '/' || p.number,
                normalized_user_name = upper(replace(m.tenant_id::text, '-', '') || '/' || p.number)
            FROM plain AS p WHERE p.tenant_id = m.tenant_id AND p.id = m.id AND p.number <> m.number AND p.number <> ''
                AND NOT EXISTS (SELECT FROM plain AS o WHERE o.tenant_id = m.tenant_id AND o.id <> m.id AND upper(o.number) = upper(p.number));
            ALTER TABLE members FORCE ROW LEVEL SECURITY;
            """);
    }

    /// <summary>What a number looked like is not kept, and its new form is read by every version.</summary>
    protected override void Down(MigrationBuilder migrationBuilder)
    {
    }

    /// <summary>Every letter that is written otherwise, beside what it becomes; those that go have no other and stand last.</summary>
    private static (string From, string To) Letters()
    {
        var all = Enumerable.Range(0x80, char.MaxValue - 0x80).Select(code => (char)code).Where(letter => !char.IsSurrogate(letter))
            .Select(letter => (From: letter, To: Plain(letter))).Where(pair => pair.To is "" or [>= '!' and <= '~']).OrderBy(pair => pair.To.Length == 0).ToList();
        return (string.Concat(all.Select(pair => pair.From)), string.Concat(all.Select(pair => pair.To)).Replace("'", "''", StringComparison.Ordinal));
    }

    private static string Plain(char letter) =>
        char.GetUnicodeCategory(letter) is UnicodeCategory.Format ? "" : MemberNumber.Plain($"0{letter}0")[1..^1];
}

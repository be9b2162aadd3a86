using System.Collections.Concurrent;

namespace AjsPantry.Tests.Support;

/// <summary>
/// A session of everybody of the cast, begun by hand once, when the template is made. A test takes one up by writing its row and
/// sending its cookie; all copies of the template have the keys that the cookies are sealed with.
/// </summary>
internal static class CastSessions
{
    private const string Cookie = "__Host-pantry=";

    private static readonly ConcurrentDictionary<string, (string Cookie, string Row)> Begun = new();

    public static bool Has(Person person) => Begun.ContainsKey(person.Number);

    /// <summary>Signs everybody in, remembers what came of it, and leaves no trace in the template.</summary>
    public static async Task PrepareAsync(PantryApp app)
    {
        foreach (var person in Cast.All)
        {
            var page = await app.Visit().GetAsync("/sign-in");
            var answer = await page.SubmitAsync(new() { ["Input.Name"] = person.Number, ["Input.Password"] = Cast.Password });
            var cookie = answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith(Cookie, StringComparison.Ordinal));
            var row = await TestServer.ScalarAsync<string>(
                TestServer.AsSuperuser(app.Database),
                $"SELECT to_jsonb(session)::text FROM sessions AS session JOIN members AS member ON member.id = session.member_id WHERE member.number = '{person.Number}'");
            Begun[person.Number] = (cookie.Split(';')[0][Cookie.Length..], row);
        }

        await TestServer.ExecuteAsync(TestServer.AsSuperuser(app.Database), "DELETE FROM sessions; DELETE FROM tries");
    }

    /// <summary>Writes the person's session as begun just now.</summary>
    /// <returns>The value of the cookie, whose name depends on the environment.</returns>
    public static async Task<string> BeginAsync(Person person, string database, DateTimeOffset now)
    {
        var (cookie, row) = Begun[person.Number];
        await TestServer.WriteAsync(database, """
            INSERT INTO sessions SELECT begun.* FROM jsonb_to_record($1::jsonb) AS old(member_id uuid), members AS member,
              jsonb_populate_record(NULL::sessions, $1::jsonb || jsonb_build_object('security_stamp', member.security_stamp, 'started_at', $2, 'last_seen_at', $2)) AS begun
            WHERE member.id = old.member_id
            ON CONFLICT DO NOTHING
            """, row, now);
        return cookie;
    }
}

using System.Collections.Concurrent;
using System.Net;

namespace AjsPantry.Tests.Support;

/// <summary>
/// A session of everybody of the cast, begun by hand once, when the template is made. A test takes one up by writing its row and
/// sending its cookies; all copies of the template have the keys that the cookies are sealed with.
/// </summary>
internal static class CastSessions
{
    private const string Secure = "__Host-";

    private static readonly ConcurrentDictionary<string, (IReadOnlyList<Cookie> Cookies, string Row)> Begun = new();

    public static bool Has(Person person) => Begun.ContainsKey(person.Number);

    /// <summary>Signs everybody in, remembers what came of it, and leaves no trace in the template.</summary>
    public static async Task PrepareAsync(PantryApp app)
    {
        foreach (var person in Cast.All)
        {
            var cookies = new CookieContainer();
            var page = await app.Visit(cookies).GetAsync("/sign-in");
            Assert.Equal(
                302, (await page.SubmitAsync(new() { ["Input.Name"] = person.Number, ["Input.Password"] = Cast.Password })).Status);
            var row = await TestServer.ScalarAsync<string>(
                TestServer.AsSuperuser(app.Database),
                $"SELECT to_jsonb(session)::text FROM sessions AS session JOIN members AS member ON member.id = session.member_id WHERE member.number = '{person.Number}'");
            Begun[person.Number] = ([.. cookies.GetAllCookies().Cast<Cookie>()], row);
        }

        await TestServer.ExecuteAsync(TestServer.AsSuperuser(app.Database), "DELETE FROM sessions; DELETE FROM tries");
    }

    /// <summary>Writes the person's session as begun just now.</summary>
    /// <param name="address">Where the application is found; cookies have other names where it speaks no TLS.</param>
    /// <returns>The cookies of a browser in which the person has signed in.</returns>
    public static async Task<IReadOnlyList<Cookie>> BeginAsync(Person person, string database, DateTimeOffset now, Uri address)
    {
        var (cookies, row) = Begun[person.Number];
        await TestServer.WriteAsync(database, """
            INSERT INTO sessions SELECT begun.* FROM jsonb_to_record($1::jsonb) AS old(member_id uuid), members AS member,
              jsonb_populate_record(NULL::sessions, $1::jsonb || jsonb_build_object('security_stamp', member.security_stamp, 'started_at', $2, 'last_seen_at', $2)) AS begun
            WHERE member.id = old.member_id
            ON CONFLICT DO NOTHING
            """, row, now);
        return [.. cookies.Select(cookie => For(address, cookie))];
    }

    private static Cookie For(Uri address, Cookie cookie)
    {
        var name = cookie.Name.Replace(Secure, "", StringComparison.Ordinal);
        return address.Scheme == "https" ? new(Secure + name, cookie.Value, "/", address.Host) { Secure = true }
            : new(name, cookie.Value, "/", address.Host);
    }
}

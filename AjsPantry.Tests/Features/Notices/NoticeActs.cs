using AjsPantry.Features.Notices;
using AjsPantry.Features.Notices.Announcements;
using AjsPantry.Features.Notices.Preferences;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Mail;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Tests.Features.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Notices;

/// <summary>News that tests tell, and what came of it.</summary>
internal static class NoticeActs
{
    /// <summary>A thing that no other test has.</summary>
    public static Guid Subject() => Guid.NewGuid();

    public static NoticeDraft Draft(
        Guid subject, NoticeKind kind = NoticeKind.Tea, string title = "You make tea tomorrow", string path = "/menus", int? floor = null,
        string step = "told", string occasion = "") =>
        new(kind, new(subject, step, occasion), title, "Ready by 06:30.", path, floor);

    /// <summary>Tells people of North, as a job or as one of them.</summary>
    public static async Task TellAsync(this PantryApp app, NoticeDraft news, Person[] to, Person? by = null)
    {
        var ids = await Task.WhenAll(to.Select(app.IdAsync));
        var actor = by is null ? (Guid?)null : await app.IdAsync(by);
        await app.InTenantAsync(to[0].Tenant, async services =>
        {
            if (actor is { } id)
                services.GetRequiredService<Caller>()
                    .ActAs(new SignedIn(id, Guid.NewGuid(), by!.Name, by.Number, by.Role, Theme.Device, null, await TenantAsync(services)),
                        null);
            await services.GetRequiredService<Notify>().TellAsync(news, ids, CancellationToken.None);
            await services.GetRequiredService<PantryDb>().SaveChangesAsync();
        });
    }

    public static Task WithdrawAsync(this PantryApp app, Func<Notify, Task> withdraw) => app.InTenantAsync("North", async services =>
    {
        await withdraw(services.GetRequiredService<Notify>());
        await services.GetRequiredService<PantryDb>().SaveChangesAsync();
    });

    /// <summary>Numbers of those who have a notice of the thing, in order.</summary>
    /// <param name="step">Null for every step.</param>
    /// <param name="occasion">Null for every occasion.</param>
    public static Task<string[]> ToldAsync(
        this PantryApp app, Guid subject, string? step = null, string? occasion = null) => app.ReadAsync("North", db =>
    {
        var members = db.Members;
        return db.Notices
            .Where(notice => notice.SubjectId == subject && (step == null || notice.Step == step)
                && (occasion == null || notice.Occasion == occasion))
                    .Select(notice => members.Single(member => member.Id == notice.MemberId).Number).OrderBy(number => number)
                        .ToArrayAsync();
    });

    public static Task<List<OutboxMail>> MailsAsync(
        this PantryApp app, Guid subject, string tenant = "North") => app.ReadAsync(tenant, async db =>
    {
        var notices = db.Notices.Where(notice => notice.SubjectId == subject);
        return await db.OutboxMails.AsNoTracking().Where(mail => notices.Any(notice => notice.Id == mail.NoticeId))
            .OrderBy(mail => mail.Address).ToListAsync();
    });

    public static async Task ChooseAsync(
        this PantryApp app, Person person, NoticeKind[] noInbox, NoticeKind[] noMail, TimeOnly? from = null, TimeOnly? until = null)
    {
        var id = await app.IdAsync(person);
        await app.InTenantAsync(person.Tenant, async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            var settings = await db.NoticeSettings.SingleOrDefaultAsync(settings => settings.MemberId == id);
            if (settings is null)
                db.NoticeSettings.Add(settings = new NoticeSettings { MemberId = id });
            settings.NoInbox = [.. noInbox.Select(kind => $"{kind}")];
            settings.NoMail = [.. noMail.Select(kind => $"{kind}")];
            settings.QuietFrom = from;
            settings.QuietUntil = until;
            await db.SaveChangesAsync();
        });
    }

    /// <summary>Something announced to the first floor of North, without telling anybody.</summary>
    public static async Task<Guid> AnnouncedAsync(
        this PantryApp app, string title, string text = "Please fill the drinking cans before nine.")
    {
        var floor = await app.FloorAsync("North", 1);
        var head = await app.IdAsync(Cast.Head);
        return await app.InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            var announcement =
                new Announcement
                {
                    SubmissionId = Guid.NewGuid(),
                    FloorId = floor.Id,
                    Title = title,
                    Text = text,
                    Until = TestClock.Today.AddDays(7),
                    CreatedById = head,
                    CreatedAt = TestClock.Beginning
                };
            db.Announcements.Add(announcement);
            await db.SaveChangesAsync();
            return announcement.Id;
        });
    }

    /// <summary>The path of a link that ends mails, as it stands in them.</summary>
    public static async Task<string> StopPathAsync(this PantryApp app, Person person, NoticeKind kind)
    {
        var id = await app.IdAsync(person);
        return await app.InTenantAsync(
            person.Tenant, services => Task.FromResult(services.GetRequiredService<StopLinks>().PathOf(id, kind)));
    }

    public static Task<TenantView> TenantAsync(IServiceProvider services) =>
        services.GetRequiredService<PantryDb>().Tenants.Select(TenantView.Of).SingleAsync();

    public static async Task<Person> NewWithMailAsync(this PeopleApp app)
    {
        var person = await app.NewAsync();
        await app.ChangeMemberAsync(
            person, member => (member.Email, member.NormalizedEmail) = (person.Email, person.Email.ToUpperInvariant()));
        return person;
    }

    public static async Task ReadAsync(this PeopleApp app, Person person, Guid subject)
    {
        var id = await app.IdAsync(person);
        var notice = await app.ReadAsync("North",
            db => db.Notices.Where(notice => notice.MemberId == id && notice.SubjectId == subject).Select(notice => notice.Id)
                .SingleAsync());
        Assert.Equal(302, (await (await app.SignInAsync(person)).PostAsync($"/inbox/{notice}/open")).Status);
    }
}

using AjsPantry.Features.Notices;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Identity.Sessions;
using AjsPantry.Infrastructure.Jobs;
using AjsPantry.Infrastructure.Mail;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.SignIn.Sessions;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Platform.Demo;

/// <summary>
/// A residence in which people act one after the other, each at a moment of their own. They go through the handlers of the features with
/// their own rights, after the same validators as a form, so that the demo shows nothing that the product would have refused.
/// </summary>
/// <param name="now">When the demo is loaded. Nothing in it happens later.</param>
internal sealed class DemoStage(IServiceProvider services, Guid tenantId, DateTimeOffset now)
{
    private readonly TenantScopes _scopes = services.GetRequiredService<TenantScopes>();
    private readonly DemoClock _clock = (DemoClock)services.GetRequiredService<TimeProvider>();

    private TenantView _tenant = null!;

    /// <summary>The day on which the demo is loaded.</summary>
    public DateOnly Today => DateOnly.FromDateTime(_tenant.Local(now).DateTime);

    /// <summary>A moment of the residence's day, so many days from today, but none that is still to come.</summary>
    public DateTimeOffset At(int days, int hour, int minute = 0) => At(Today.AddDays(days), hour, minute);

    /// <inheritdoc cref="At(int, int, int)"/>
    public DateTimeOffset At(DateOnly day, int hour, int minute = 0) =>
        _tenant.At(day, new TimeOnly(hour, minute)) is var moment && moment < now ? moment : now;

    /// <summary>Somebody does something that is done.</summary>
    /// <param name="input">What they typed; null where nothing is.</param>
    public async Task<T> DoAsync<THandler, T>(DemoMember who, DateTimeOffset at, object? input, Func<THandler, Task<Outcome<T>>> act)
        where THandler : notnull
        where T : class => Done(await AskAsync(who, at, input, act));

    /// <summary>The same to a thing that is there.</summary>
    public async Task<T> ChangeAsync<THandler, T>(DemoMember who, DateTimeOffset at, object? input, Func<THandler, Task<Outcome<T>?>> act)
        where THandler : notnull
        where T : class =>
        Done(await AskAsync(who, at, input, act) ?? throw new InvalidOperationException($"{typeof(THandler)}: there is no such thing."));

    /// <summary>The same where the answer is no outcome.</summary>
    public async Task<T> AskAsync<THandler, T>(DemoMember who, DateTimeOffset at, object? input, Func<THandler, Task<T>> act)
        where THandler : notnull
    {
        _clock.StandAt(at);
        await using var scope = _scopes.Open(tenantId);
        var caller = scope.ServiceProvider.GetRequiredService<Caller>();
        caller.ActAs(who.Person, null);
        caller.SessionProof = who.Proof;
        await scope.ServiceProvider.GetRequiredService<PantryDb>().Database.OpenConnectionAsync();
        if (input is not null)
            Check(scope.ServiceProvider, input);
        return await act(scope.ServiceProvider.GetRequiredService<THandler>());
    }

    /// <summary>The job that has run last night.</summary>
    public Task<string> RunAsync<TJob>(CancellationToken cancellationToken)
        where TJob : DailyJob
    {
        var at = At(0, 2);
        return AsJobAsync(at, (IEnumerable<TenantJob> jobs) =>
        {
            var job = jobs.OfType<TJob>().Single();
            return job.RunAsync(job.DuePeriod(_tenant.Local(at)), cancellationToken);
        });
    }

    /// <summary>Reads what nobody is asked for.</summary>
    public Task<T> ReadAsync<T>(Func<PantryDb, Task<T>> read) => AsJobAsync(now, read);

    /// <summary>The installation does something by itself.</summary>
    public async Task<T> AsJobAsync<TService, T>(DateTimeOffset at, Func<TService, Task<T>> act)
        where TService : notnull
    {
        _clock.StandAt(at);
        await using var scope = _scopes.Open(tenantId);
        scope.ServiceProvider.GetRequiredService<Caller>().ActAsJob("Demo data");
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>From now on a member acts, in the role and on the floor that they have.</summary>
    public Task<DemoMember> SignInAsync(string number, CancellationToken cancellationToken) =>
        ReadAsync(db => SignInAsync(db, number, cancellationToken));

    private async Task<DemoMember> SignInAsync(PantryDb db, string number, CancellationToken cancellationToken)
    {
        var key = SecretKey.New(tenantId);
        var session = new Session
        {
            KeyHash = key.SessionHash(),
            MemberId = await db.Members.Where(member => member.Number == number).Select(member => member.Id).SingleAsync(cancellationToken),
            SecurityStamp = "",
            SharedDevice = true,
            Method = "pwd",
            StartedAt = now,
            LastSeenAt = now,
            Device = "",
            Address = "",
        };
        db.Sessions.Add(session);
        await db.SaveChangesAsync(cancellationToken);
        var found = await SessionQuery.FindAsync(db, services.GetRequiredService<UnreadOf>(), session.KeyHash, cancellationToken);
        _tenant = found!.Person.Tenant;
        return new DemoMember(found.Person, key.Proof());
    }

    /// <summary>
    /// All go home: nobody is signed in, what was told before today has been read, and no mail of all that leaves.
    /// </summary>
    public Task<int> CloseAsync(CancellationToken cancellationToken) => ReadAsync(async db =>
    {
        var today = _tenant.StartOf(Today);
        await db.Notices.Where(notice => notice.ReadAt == null && notice.CreatedAt < today)
            .ExecuteUpdateAsync(set => set.SetProperty(notice => notice.ReadAt, notice => notice.CreatedAt), cancellationToken);
        await db.OutboxMails.ExecuteDeleteAsync(cancellationToken);
        return await db.Sessions.ExecuteDeleteAsync(cancellationToken);
    });

    private static void Check(IServiceProvider services, object input)
    {
        if (services.GetService(typeof(IValidator<>).MakeGenericType(input.GetType())) is not IValidator validator)
            return;
        var result = validator.Validate(new ValidationContext<object>(input));
        if (!result.IsValid)
            throw new ValidationException(result.Errors);
    }

    private static T Done<T>(Outcome<T> outcome)
        where T : class =>
        outcome.Value ?? throw new InvalidOperationException(string.Join(' ', outcome.Messages.Select(message => message.Text)));
}

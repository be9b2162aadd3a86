using AjsPantry.Features.Fines;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Tests.Features.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Fines;

/// <summary>Fines that tests need to be there.</summary>
internal static class Fining
{
    /// <summary>A fine of a person of North, without telling anybody. Returns its id.</summary>
    public static async Task<Guid> FineAsync(
        this PantryApp app, string reason, Person? person = null, decimal amount = 50, FineState state = FineState.Open, Guid? room = null)
    {
        var who = person ?? Cast.Member;
        var floor = await app.FloorAsync("North", who.Floor!.Value);
        var member = await app.IdAsync(who);
        var head = await app.IdAsync(Cast.Head);
        return await app.InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            var fine = new Fine
            {
                FloorId = floor.Id,
                SubmissionId = Guid.NewGuid(),
                MemberId = room is null ? member : null,
                RoomId = room,
                Amount = amount,
                Date = TestClock.Today,
                Reason = reason,
                RecordedById = head,
                RecordedAt = TestClock.Beginning
            };
            if (state != FineState.Open)
            {
                fine.State = state;
                fine.SettledById = head;
                fine.SettledAt = TestClock.Beginning;
                fine.SettledWith = "Settled before";
            }
            db.Fines.Add(fine);
            await db.SaveChangesAsync();
            return fine.Id;
        });
    }

    public static Task<Fine> FindFineAsync(this PantryApp app, Guid id) =>
        app.ReadAsync("North", db => db.Fines.AsNoTracking().SingleAsync(fine => fine.Id == id));
}

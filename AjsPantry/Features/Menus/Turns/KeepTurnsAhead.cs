using System.Globalization;
using AjsPantry.Infrastructure.Jobs;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.Turns;

/// <summary>Every night adds the cooking turns that have come into reach, on every floor that has a rota.</summary>
public sealed class KeepTurnsAhead(PantryDb db, WriteTurns turns) : TenantJob
{
    private const int Hour = 2;

    public override string Kind => "cooking-turns";

    public override string Title => "Cooking turns";

    public override string Schedule => "Every night 02:00";

    public override string DuePeriod(DateTimeOffset local) => DateOnly.FromDateTime(local.AddHours(-Hour).DateTime).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public override DateTime NextRun(DateTimeOffset local) => local.AddHours(-Hour).Date.AddDays(1).AddHours(Hour);

    public override async Task<string> RunAsync(TenantView tenant, string period, CancellationToken cancellationToken)
    {
        var today = Typed.Day(period) ?? throw new ArgumentException("Not a day.", nameof(period));
        var floors = db.Floors.Where(floor => floor.ArchivedAt == null).Select(floor => floor.Id);
        var rotas = await db.CookingRotas.Where(rota => floors.Contains(rota.FloorId)).Select(rota => rota.FloorId).Distinct().ToListAsync(cancellationToken);
        var added = 0;
        foreach (var floor in rotas)
        {
            await using var turn = await db.BeginChangeOfTurnsAsync(floor, cancellationToken);
            added += await turns.TopUpAsync(floor, today, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await turn.CommitAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }

        return added switch { 0 => "nothing to add", 1 => "1 turn added", _ => $"{added} turns added" };
    }
}

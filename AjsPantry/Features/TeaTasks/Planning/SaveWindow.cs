using AjsPantry.Features.TeaTasks.Slots;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.TeaTasks.Planning;

/// <summary>Says how many days back a floor's turns count.</summary>
public static class SaveWindow
{
    public sealed record Input
    {
        public string? Days { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator() =>
            RuleFor(input => input.Days)
                .Must(typed => SaveSlot.Number(typed) is >= TeaSettings.ShortestWindow and <= TeaSettings.LongestWindow)
            .WithMessage($"Write {TeaSettings.ShortestWindow} to {TeaSettings.LongestWindow} days.");
    }

    public sealed class Handler(PantryDb db, Scope scope)
    {
        public async Task HandleAsync(Guid floorId, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.ManageTea);
            await using var turn = await db.BeginChangeOfTeaAsync(floorId, cancellationToken);
            var days = SaveSlot.Number(input.Days)!.Value;
            var settings = await db.TeaSettings.SingleOrDefaultAsync(settings => settings.FloorId == floorId, cancellationToken);
            if (settings is null)
                db.TeaSettings.Add(new TeaSettings { FloorId = floorId, WindowDays = days });
            else
                settings.WindowDays = days;
            await db.SaveChangesAsync(cancellationToken);
            await turn.CommitAsync(cancellationToken);
        }
    }
}

using System.Globalization;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.TeaTasks.Slots;

/// <summary>Adds a time for tea to a floor or changes one. What is published already stays as it is.</summary>
public static class SaveSlot
{
    public sealed record Input
    {
        public string? Name { get; set; }

        /// <summary>When the tea is to be ready, as 06:30; empty where nobody says.</summary>
        public string? At { get; set; }

        public string? People { get; set; } = "1";

        /// <summary>Empty unless a day is ticked: a form without a tick sends none, and what stands here then counts.</summary>
        public List<int> Weekdays { get; set; } = [];

        /// <summary>The version that the form was filled from; 0 for a new one.</summary>
        public uint Version { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator()
        {
            RuleFor(input => input.Name).Words("Write a name, such as Morning.", TeaSlot.LongestName);
            RuleFor(input => input.At).Must(typed => string.IsNullOrWhiteSpace(typed) || Time(typed) is not null)
                .WithMessage("Write the time as 06:30, or leave it empty.");
            RuleFor(input => input.People).Must(typed => Number(typed) is >= 1 and <= TeaSlot.MostPeople)
                .WithMessage($"1 to {TeaSlot.MostPeople} people make tea together.");
            RuleFor(input => input.Weekdays).Must(days => days.Count > 0 && days.All(day => day is >= 0 and <= 6))
                .WithMessage("Choose the days.");
        }
    }

    /// <summary>The message of a lost race.</summary>
    public static readonly FieldMessage Changed = new(nameof(Input.Version), "Someone else changed this in the meantime.");

    private static readonly FieldMessage Taken = new(
        nameof(Input.Name), "This name is already used. Choose another name, or edit that time.");

    public sealed class Handler(PantryDb db, Scope scope)
    {
        /// <param name="id">Null for a new one.</param>
        /// <returns>Null when the floor has no such time for tea.</returns>
        public async Task<Outcome<TeaSlot>?> HandleAsync(Guid floorId, Guid? id, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.ManageTea);
            await using var turn = await db.BeginChangeOfTeaAsync(floorId, cancellationToken);
            var slot = id is null ? null
                : await db.TeaSlots.SingleOrDefaultAsync(
                    slot => slot.FloorId == floorId && slot.Id == id && slot.ArchivedAt == null, cancellationToken);
            if (id is not null && slot is null)
                return null;
            if (slot is not null && slot.Version != input.Version)
                return Changed;
            if (slot is null)
                db.TeaSlots
                    .Add(slot = new TeaSlot
                    {
                        FloorId = floorId,
                        Name = "",
                        People = 1,
                        Weekdays = [],
                        Position = await db.TeaSlots.CountAsync(other => other.FloorId == floorId, cancellationToken)
                    });
            slot.Name = InputParser.Text(input.Name);
            slot.At = Time(input.At);
            slot.People = Number(input.People)!.Value;
            slot.Weekdays = [.. input.Weekdays.Distinct().Order()];
            if (!await db.TrySaveAsync(cancellationToken, TeaSlot.NameIndex))
                return Taken;
            await turn.CommitAsync(cancellationToken);
            return slot;
        }
    }

    internal static TimeOnly? Time(string? typed) =>
        TimeOnly.TryParseExact(
            typed?.Trim(), ["HH:mm", "H:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    internal static int? Number(string? typed) => InputParser.Whole(typed);
}

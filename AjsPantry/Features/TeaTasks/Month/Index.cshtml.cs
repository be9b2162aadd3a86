using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.TeaTasks.Month;

/// <summary>A month of the tea rota, what is the person's own first.</summary>
public sealed class TeaMonthModel(TeaMonthQuery query) : FloorPage
{
    /// <summary>How many of the person's own teas show before the others are asked for: the rota comes next.</summary>
    public const int FirstOfMine = 3;

    /// <summary>No pantry has records further away, and no calendar ends within.</summary>
    private const int YearsAround = 50;

    [BindProperty(SupportsGet = true, Name = "month")]
    public string? TypedMonth { get; set; }

    public TeaMonth Tea { get; private set; } = null!;

    public bool Manages => Person.May(Permission.ManageTea);

    public bool IsPresent => Tea.Month == new DateOnly(Today.Year, Today.Month, 1);

    public string Period =>
        Tea.Month.Year == Today.Year ? Infrastructure.Web.Formats.MonthName(Tea.Month) : Infrastructure.Web.Formats.Month(Tea.Month);

    /// <summary>The person's next duty that is still to be done.</summary>
    public TeaRow? Next => Tea.Mine.FirstOrDefault(IsToCome);

    /// <summary>What the person has not said of yet whether it was done.</summary>
    public TeaRow? Unsaid => Tea.Mine.FirstOrDefault(duty => !IsToCome(duty));

    private bool IsToCome(TeaRow duty) => TeaStates.IsToCome(duty.Date, duty.At, Tenant.Now(Clock).DateTime);

    /// <summary>The page in one sentence.</summary>
    public string Answer => (Next, TodaysNames) switch
    {
        ({ } next, _) when IsPresent => $"You make tea {When(next.Date)}",
        (_, { Length: > 0 } names) when IsPresent =>
            $"{names} {(names.Contains(" and ", StringComparison.Ordinal) ? "make" : "makes")} tea today",
        _ when Tea.Duties.Count == 0 => $"No tea rota for {Period} yet",
        _ => IsPresent ? "Nobody makes tea today" : $"Tea in {Period}",
    };

    public MonthGrid Grid
    {
        get
        {
            var names = Tea.Names(Tenant);
            return new MonthGrid(Tea.Month, Tea.Month.AddMonths(1).AddDays(-1), Today, Tea.Slots > 1,
                Tea.Duties.ToLookup(duty => duty.Date, duty => new GridItem(
                "/TeaTasks/Duties/Duty", duty.Id, duty.MemberId is { } id ? names[id] : "Open", duty.Slot, duty.Mine,
                duty.State is TeaState.NotConfirmed or TeaState.Missed || duty.MemberId is null,
                HintOf(duty), IconOf(duty.State))));
        }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var month = string.IsNullOrEmpty(TypedMonth) ? new DateOnly(Today.Year, Today.Month, 1) : InputParser.Month(TypedMonth);
        if (month is not { } known || Math.Abs(known.Year - Today.Year) > YearsAround)
            return NotFound();
        Tea = await query.ReadAsync(Floor.Id, known, Person.Id, Today, cancellationToken);
        return Page();
    }

    /// <summary>today, tomorrow, or on Thu 17 Dec.</summary>
    public string When(DateOnly day) => day == Today ? "today" : day == Today.AddDays(1) ? "tomorrow" : $"on {Day(day)}";

    private string TodaysNames
    {
        get
        {
            var names = Tea.Names(Tenant);
            return string.Join(" and ",
                Tea.Duties.Where(duty => duty.Date == Today).Select(duty => duty.MemberId).OfType<Guid>().Distinct()
                    .Select(id => names[id]));
        }
    }

    private static string? IconOf(TeaState state) => state switch
    {
        TeaState.Missed => "exclamation-circle",
        TeaState.NotConfirmed => "question-circle",
        _ => null,
    };

    private static string? HintOf(TeaRow duty) => duty switch
    {
        { MemberId: null } => "nobody makes it",
        { State: TeaState.Planned } => duty.Mine ? "you" : null,
        _ => (duty.Mine ? "you, " : "") + duty.State.Words().ToLowerInvariant(),
    };
}

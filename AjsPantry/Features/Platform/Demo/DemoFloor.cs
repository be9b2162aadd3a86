using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Tenancy;

namespace AjsPantry.Features.Platform.Demo;

/// <summary>A floor of a demo residence.</summary>
/// <param name="People">Who live there, by their numbers.</param>
/// <param name="Admin">Of the residence.</param>
internal sealed record DemoFloor(FloorView View, IReadOnlyList<DemoMember> People, DemoMember Admin)
{
    public Guid Id => View.Id;

    public DemoMember Head => People.First(member => member.Role == Role.PantryHead);

    public DemoMember TeaManager => People.First(member => member.Role == Role.TeaManager);

    public DemoMember Member => People.First(member => member.Role == Role.Member);
}

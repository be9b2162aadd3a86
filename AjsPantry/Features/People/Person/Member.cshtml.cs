using AjsPantry.Features.Shared;
using AjsPantry.Infrastructure.Identity.Sessions;
using AjsPantry.Infrastructure.Rights;

namespace AjsPantry.Features.People.Person;

/// <summary>One person. People of the same floor see name, role and room; admins see the account.</summary>
public sealed class MemberModel(MemberQuery query, MemberChangesQuery changes, NextTurnsQuery turns) : MemberPage(query)
{
    public bool Manages => Person.May(Permission.ManageMembers);

    /// <summary>A head of the floor sees the one thing that heads decide about a person.</summary>
    public bool MayAppoint =>
        !Manages && Person.May(Permission.AppointTeaManagers) && Member.Role is (Role.Member or Role.TeaManager) && !IsMe;

    public bool IsMe => Member.Id == Person.Id;

    public IReadOnlyList<SessionView> Sessions { get; private set; } = [];

    public IReadOnlyList<ShownChange> Changes { get; private set; } = [];

    /// <summary>When the person makes tea and cooks next, for people of the floor.</summary>
    public IReadOnlyList<NextTurn> Turns { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if (!Manages)
        {
            Turns = await turns.ReadAsync(Member.Floor!.Id, Id, Today, cancellationToken);
            return;
        }

        Sessions = await Query.SessionsAsync(Id, cancellationToken);
        Changes = await changes.ReadAsync(Id, cancellationToken);
    }

    /// <summary>Pantry head on Floor 1.</summary>
    public string Place => Member.Role.Words() + (Member.Floor is { } floor ? $" on {floor.Name}" : "");
}

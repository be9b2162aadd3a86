using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Web.Input;

namespace AjsPantry.Features.People.Directory;

/// <summary>What the list of people is narrowed to, as the address says it.</summary>
public sealed record DirectoryFilter
{
    private const int LongestSearch = 100;

    public string? Q { get; set; }

    public string? Role { get; set; }

    public string? State { get; set; }

    /// <summary>From 1.</summary>
    public string? P { get; set; }

    public string Search => InputParser.Cut(InputParser.Text(Q), LongestSearch);

    public Role? OfRole => Enum.TryParse<Role>(Role, ignoreCase: true, out var role) && role.IsOfTenant() ? role : null;

    public MemberState? OfState =>
        Enum.TryParse<MemberState>(State, ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : null;

    /// <summary>There are such people to choose.</summary>
    public bool CanBeMeant => (string.IsNullOrEmpty(Role) || OfRole is not null) && (string.IsNullOrEmpty(State) || OfState is not null);

    /// <summary>The filter as it goes into an address, for links to other pages.</summary>
    public Dictionary<string, string?> Values => new()
    {
        ["q"] = Search == "" ? null : Search,
        ["role"] = OfRole?.ToString(),
        ["state"] = OfState?.ToString(),
    };

    public bool IsNarrow => Search != "" || OfRole is not null || OfState is not null;
}

public enum MemberState
{
    Active,

    /// <summary>Has never chosen a password.</summary>
    Invited,

    Deactivated,
}

using AjsPantry.Features.Account.Profile;
using AjsPantry.Features.Shared;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;

namespace AjsPantry.Features.Account.MyData;

/// <summary>
/// Everything the pantry keeps about the signed-in person, for them to take along. Secrets and their hashes are no part of it.
/// </summary>
public sealed class MyDataQuery(Scope scope, ProfileQuery profile, IEnumerable<IPersonalData> features)
{
    /// <summary>The sections in the order of the file.</summary>
    public async Task<OrderedDictionary<string, object?>> ReadAsync(CancellationToken cancellationToken)
    {
        var me = scope.Actor;
        var all = new OrderedDictionary<string, object?>
        {
            ["MadeAt"] = scope.Now,
            ["Residence"] = scope.Tenant.Name,
            ["Number"] = me.Number,
            ["Role"] = me.Role.Words(),
            ["Floor"] = me.Floor?.Name,
            ["Profile"] = await profile.ReadAsync(cancellationToken),
        };
        foreach (var feature in features.OrderBy(feature => feature.Place))
        {
            foreach (var section in await feature.ReadAsync(me.Id, cancellationToken))
                all[section.Name] = section.Content;
        }

        return all;
    }
}

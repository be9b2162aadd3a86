using AjsPantry.Features.Account.Profile;
using AjsPantry.Features.Shared;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Rights;

namespace AjsPantry.Features.Account.MyData;

/// <summary>
/// Everything the pantry keeps about the signed-in person, for them to take along. Secrets and their hashes are no part of it.
/// </summary>
public sealed class MyDataQuery(Caller caller, ProfileQuery profile, IEnumerable<IPersonalData> features, TimeProvider clock)
{
    /// <summary>The sections in the order of the file.</summary>
    public async Task<OrderedDictionary<string, object?>> ReadAsync(CancellationToken cancellationToken)
    {
        var me = caller.Person!;
        var all = new OrderedDictionary<string, object?>
        {
            ["MadeAt"] = clock.GetUtcNow(),
            ["Residence"] = me.Tenant.Name,
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

using AjsPantry.Features.Feedback.Hiding;
using AjsPantry.Features.Feedback.Ideas;
using AjsPantry.Features.Feedback.Ratings;
using AjsPantry.Features.Shared.Audit;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Feedback;

/// <summary>Ratings and ideas in the audit trail.</summary>
public sealed class FeedbackAuditWords(PantryDb db) : IAuditWords
{
    private static readonly Dictionary<string, string> Hiding = new()
    {
        [nameof(IHideable.HiddenAt)] = "Hidden on",
        [nameof(IHideable.HiddenReason)] = "Reason for hiding",
    };

    public IReadOnlyList<AuditThing> Things { get; } =
    [
        new(typeof(Rating), "rating")
        {
            Columns = new Dictionary<string, string>
            {
                [nameof(Rating.PhotoAt)] = "Photo added on",
                [nameof(Rating.HiddenAt)] = "Hidden on",
                [nameof(Rating.HiddenReason)] = "Reason for hiding",
            },
        },
        new(typeof(FeedbackSettings), "names with ratings"),
        new(typeof(Idea), "idea") { Columns = Hiding },
        new(typeof(IdeaVote), "vote for an idea"),
        new(typeof(IdeaComment), "comment on an idea") { Columns = Hiding },
    ];

    public async Task<IReadOnlyList<ThingName>> NamesAsync(Guid[] ids, CancellationToken cancellationToken) =>
        await db.Database.SqlQuery<ThingName>($"""
            WITH asked AS (SELECT unnest({ids}) AS id, {db.TenantId} AS tenant_id)
            SELECT r.id, d.name || ', ' || to_char(m.date, 'Dy FMDD Mon YYYY') AS name FROM ratings r JOIN asked USING (id, tenant_id)
                JOIN menus m ON m.tenant_id = r.tenant_id AND m.id = r.menu_id
                JOIN dishes d ON d.tenant_id = m.tenant_id AND d.id = m.dish_id
            UNION ALL SELECT id, title FROM ideas JOIN asked USING (id, tenant_id)
            UNION ALL SELECT c.id, ideas.title FROM idea_comments c JOIN asked USING (id, tenant_id)
                JOIN ideas ON ideas.tenant_id = c.tenant_id AND ideas.id = c.idea_id
            """).ToListAsync(cancellationToken);
}

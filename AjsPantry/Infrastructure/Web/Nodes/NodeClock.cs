namespace AjsPantry.Infrastructure.Web.Nodes;

/// <summary>
/// Several nodes share sessions and what is due, so they must agree on the time. A node that is far from the database's clock would
/// end sessions that the others keep, so it is not ready until somebody puts it right.
/// </summary>
public static class NodeClock
{
    /// <summary>A tenth of the shortest time after which a quiet session may end (5 minutes), and far more than any answer takes.</summary>
    public static readonly TimeSpan MostApart = TimeSpan.FromSeconds(30);

    public static bool Agrees(DateTimeOffset here, DateTimeOffset there) => (here - there).Duration() <= MostApart;
}

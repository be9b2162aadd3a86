namespace AjsPantry.Infrastructure.Documents;

/// <summary>Looks into files that people send, few at a time and for so long only, whatever a file does to whoever opens it.</summary>
public class FileInspector : IDisposable
{
    /// <summary>How long looking into one file may take.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>A large photo takes a quarter of a gigabyte while it is open, so no more than two are at a time.</summary>
    private readonly SemaphoreSlim _room = new(2);

    /// <summary>Opens a file away from the request.</summary>
    /// <param name="tooLong">What to answer when it takes too long.</param>
    public virtual async Task<T> RunAsync<T>(Func<T> open, Func<T> tooLong, CancellationToken cancellationToken)
    {
        await _room.WaitAsync(cancellationToken);
        var look = Task.Run(open, CancellationToken.None);
        // Whoever gives up waiting does not stop the look; its room stays taken until it ends.
        _ = look.ContinueWith(_ => _room.Release(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        try
        {
            return await look.WaitAsync(Patience, cancellationToken);
        }
        catch (TimeoutException)
        {
            return tooLong();
        }
    }

    public void Dispose()
    {
        _room.Dispose();
        GC.SuppressFinalize(this);
    }
}

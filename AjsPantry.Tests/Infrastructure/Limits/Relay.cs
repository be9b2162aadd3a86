using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace AjsPantry.Tests.Infrastructure.Limits;

/// <summary>A cable to PostgreSQL that a test can pull out and plug in again: a port on this machine whose bytes are passed on.</summary>
public sealed class Relay(string host, int port) : IDisposable
{
    private readonly ConcurrentBag<TcpClient> _open = [];
    private TcpListener? _listener;
    private volatile TaskCompletionSource? _held;

    public int Port { get; private set; }

    public void PlugIn()
    {
        _listener = new TcpListener(IPAddress.Loopback, Port);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _ = AcceptAsync(_listener);
    }

    /// <summary>Cuts the connections that are open and refuses new ones.</summary>
    public void PullOut()
    {
        _listener?.Dispose();
        while (_open.TryTake(out var client))
            client.Dispose();
    }

    /// <summary>Keeps all connections and takes new ones, but lets no byte through, as a server does that hangs.</summary>
    public void Hold() => _held = new();

    public void LetGo()
    {
        var held = _held;
        _held = null;
        held?.SetResult();
    }

    public void Dispose()
    {
        LetGo();
        PullOut();
    }

    private async Task CopyAsync(NetworkStream from, NetworkStream to)
    {
        var bytes = new byte[16_384];
        while (await from.ReadAsync(bytes) is > 0 and var count)
        {
            if (_held is { } held)
                await held.Task;
            await to.WriteAsync(bytes.AsMemory(0, count));
        }
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (true)
                _ = PassOnAsync(await listener.AcceptTcpClientAsync());
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Pulled out.
        }
    }

    private async Task PassOnAsync(TcpClient near)
    {
        var far = new TcpClient();
        _open.Add(near);
        _open.Add(far);
        try
        {
            await far.ConnectAsync(host, port);
            await Task.WhenAny(CopyAsync(near.GetStream(), far.GetStream()), CopyAsync(far.GetStream(), near.GetStream()));
        }
        catch (Exception exception)
            when (exception is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Pulled out in the middle.
        }

        near.Dispose();
        far.Dispose();
    }
}

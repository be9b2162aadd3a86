using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace AjsPantry.Tests.Support;

/// <summary>Speaks clamd's INSTREAM on a port of its own and finds the harmless test file that every scanner must find.</summary>
public sealed class FakeScanner : IAsyncDisposable
{
    /// <summary>The EICAR test file, in two halves so that no scanner finds it here.</summary>
    public static readonly string Virus = @"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _working;

    public FakeScanner()
    {
        _listener.Start();
        _working = WorkAsync();
    }

    public string Address => _listener.LocalEndpoint.ToString()!;

    /// <summary>The sizes of what it was shown.</summary>
    public ConcurrentQueue<int> Seen { get; } = new();

    /// <summary>From now on it answers as one whose limit is exceeded.</summary>
    public bool IsBroken { get; set; }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _working;
        _listener.Dispose();
    }

    private async Task WorkAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                await AnswerAsync(client.GetStream());
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // It was stopped.
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        var command = new byte["zINSTREAM\0".Length];
        await stream.ReadExactlyAsync(command);
        using var content = new MemoryStream();
        var length = new byte[sizeof(int)];
        while (true)
        {
            await stream.ReadExactlyAsync(length);
            if (BinaryPrimitives.ReadInt32BigEndian(length) is not (> 0 and var size))
                break;
            var piece = new byte[size];
            await stream.ReadExactlyAsync(piece);
            content.Write(piece);
        }

        Seen.Enqueue((int)content.Length);
        var found = Encoding.Latin1.GetString(content.ToArray()).Contains(Virus, StringComparison.Ordinal);
        await stream.WriteAsync(Encoding.ASCII
            .GetBytes(IsBroken ? "INSTREAM size limit exceeded. ERROR\0" : found ? "stream: Eicar-Test-Signature FOUND\0"
                : "stream: OK\0"));
    }
}

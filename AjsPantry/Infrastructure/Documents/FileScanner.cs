using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace AjsPantry.Infrastructure.Documents;

/// <summary>
/// Asks a clamd, where the installation has one, about every file that people send. Without the setting every file passes.
/// </summary>
public sealed partial class FileScanner(IConfiguration configuration, ILogger<FileScanner> logger)
{
    /// <summary>Where clamd listens: the path of its socket, or host and port (127.0.0.1:3310).</summary>
    public const string Setting = "Uploads:Scanner";

    private const int Chunk = 64 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public bool IsOn => !string.IsNullOrEmpty(configuration[Setting]);

    /// <summary>What the person is told; null when the file may be kept. A scanner that does not answer lets nothing through.</summary>
    public async Task<string?> RefusalAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        if (configuration[Setting] is not { Length: > 0 } address)
            return null;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            var answer = await AskAsync(address, content, patience.Token);
            if (answer.EndsWith(" OK", StringComparison.Ordinal))
                return null;
            LogRefused(answer);
            return answer.EndsWith(" FOUND", StringComparison.Ordinal)
                ? "The virus scanner found something in this file, so it was not saved. Do not open it, and tell an admin."
                : NotChecked;
        }
        catch (Exception exception)
            when (exception is SocketException or IOException
                || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            LogSilent(exception, address);
            return NotChecked;
        }
    }

    private const string NotChecked = "This file could not be checked for viruses, so it was not saved. Try again in a few minutes.";

    /// <summary>clamd's INSTREAM: pieces with their length before them, an empty one at the end.</summary>
    private static async Task<string> AskAsync(string address, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        using var socket = await ConnectAsync(address, cancellationToken);
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync("zINSTREAM\0"u8.ToArray(), cancellationToken);
        var length = new byte[sizeof(int)];
        for (var sent = 0; sent < content.Length; sent += Chunk)
        {
            var piece = content.Slice(sent, Math.Min(Chunk, content.Length - sent));
            BinaryPrimitives.WriteInt32BigEndian(length, piece.Length);
            await stream.WriteAsync(length, cancellationToken);
            await stream.WriteAsync(piece, cancellationToken);
        }

        await stream.WriteAsync(new byte[sizeof(int)], cancellationToken);
        using var reader = new StreamReader(stream, Encoding.ASCII);
        return (await reader.ReadToEndAsync(cancellationToken)).TrimEnd('\0', '\n');
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The scanner refused a file: {Answer}")]
    private partial void LogRefused(string answer);

    [LoggerMessage(Level = LogLevel.Error, Message = "The scanner at {Address} does not answer")]
    private partial void LogSilent(Exception exception, string address);

    private static async Task<Socket> ConnectAsync(string address, CancellationToken cancellationToken)
    {
        var isPath = address.StartsWith('/');
        var socket = isPath ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (isPath)
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(address), cancellationToken);
            else if (Uri.TryCreate($"tcp://{address}", UriKind.Absolute, out var place) && place.Port > 0)
                await socket.ConnectAsync(place.Host, place.Port, cancellationToken);
            else
                throw new IOException($"{Setting} is no place: {address}");
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace AjsPantry.Tests.Support;

/// <summary>A mail server that takes everything, counts it and keeps it; and that can be made to refuse or to think for long.</summary>
public sealed class SmtpListener : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<MimeMessage> _received = new();

    public SmtpListener()
    {
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public IReadOnlyList<MimeMessage> Received => [.. _received];

    /// <summary>Answers to recipients with a temporary refusal.</summary>
    public bool Refuses { get; set; }

    /// <summary>Set to keep the answer to a whole mail back until it is completed; the mail itself has arrived by then.</summary>
    public TaskCompletionSource? Hold { get; set; }

    /// <summary>Completed when a mail has arrived whose answer is held back.</summary>
    public TaskCompletionSource Arrived { get; set; } = new();

    public IReadOnlyList<MimeMessage> To(string address) =>
        [.. Received.Where(message => message.To.Mailboxes.Any(mailbox => mailbox.Address == address))];

    /// <summary>Has received nothing and refuses nothing, as in the beginning.</summary>
    public void Forget()
    {
        _received.Clear();
        Refuses = false;
        Hold = null;
        Arrived = new();
    }

    public void Dispose() => _listener.Stop();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = TalkAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The end of the test.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using (client)
        using (var reader = new StreamReader(client.GetStream(), Encoding.Latin1))
        {
            try
            {
                await SayAsync(client, "220 test");
                while (await reader.ReadLineAsync() is { } line && await AnswerAsync(client, reader, line))
                {
                }
            }
            catch (IOException)
            {
                // The other side hung up.
            }
        }
    }

    private async Task<bool> AnswerAsync(TcpClient client, StreamReader reader, string line)
    {
        if (line == "DATA")
            await TakeAsync(client, reader);
        else
            await SayAsync(client,
                line.StartsWith("RCPT", StringComparison.Ordinal) && Refuses ? "451 later, please" : line == "QUIT" ? "221 bye" : "250 ok");
        return line != "QUIT";
    }

    private async Task TakeAsync(TcpClient client, StreamReader reader)
    {
        await SayAsync(client, "354 go on");
        var text = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line && line != ".")
            text.Append(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line).Append("\r\n");
        using var stream = new MemoryStream(Encoding.Latin1.GetBytes(text.ToString()));
        _received.Enqueue(await MimeMessage.LoadAsync(stream));
        Arrived.TrySetResult();
        if (Hold is { } hold)
            await hold.Task;
        await SayAsync(client, "250 taken");
    }

    private static async Task SayAsync(TcpClient client, string words) =>
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(words + "\r\n"));
}

using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace BotCluster.Api.Tests.Live;

/// <summary>A live connection as the wire has it: the hub's JSON protocol over a web socket.</summary>
internal sealed class HubLine : IDisposable
{
    private const char End = '\u001e';
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ClientWebSocket _socket = new();
    private readonly StringBuilder _read = new();
    private readonly Queue<JsonElement> _messages = new();

    public static async Task<HubLine> OpenAsync(ApiHost host, HttpClient caller, string? origin = null)
    {
        var line = new HubLine();
        foreach (var (name, values) in caller.DefaultRequestHeaders)
        {
            line._socket.Options.SetRequestHeader(name, string.Join("; ", values));
        }

        if (origin is not null)
        {
            line._socket.Options.SetRequestHeader("Origin", origin);
        }

        var address = new Uri($"ws://{host.Address.Authority}/api/v1/live");
        await line._socket.ConnectAsync(address, TestContext.Current.CancellationToken);
        await line.SendAsync("{\"protocol\":\"json\",\"version\":1}");
        Assert.Equal("{}", (await line.NextAsync()).ToString());
        return line;
    }

    public Task InvokeAsync(string method, params object[] arguments) =>
        SendAsync(JsonSerializer.Serialize(new { type = 1, target = method, invocationId = method, arguments }));

    /// <summary>The next push of this name, moving the clock until it comes.</summary>
    public async Task<JsonElement> PushAsync(string name, ApiHost host)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var next = NextAsync(patience.Token);
            while (!next.IsCompleted)
            {
                host.Clock.Advance(TimeSpan.FromSeconds(1));
                await Task.WhenAny(next, Task.Delay(20, patience.Token));
            }

            var message = await next;
            if (message.TryGetProperty("target", out var target) && target.GetString() == name)
            {
                return message.GetProperty("arguments")[0];
            }
        }
    }

    /// <summary>What came of an invocation: null where it went well, else the error.</summary>
    public async Task<string?> CompletionAsync(string method)
    {
        while (true)
        {
            var message = await NextAsync();
            if (message.TryGetProperty("invocationId", out var id) && id.GetString() == method)
            {
                return message.TryGetProperty("error", out var error) ? error.GetString() : null;
            }
        }
    }

    /// <summary>Whether the other side ends the connection, moving the clock until it does.</summary>
    public async Task<bool> IsEndedAsync(ApiHost host)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            while (true)
            {
                await PushAsync("nothing is called so", host);
            }
        }
        catch (Exception ended) when (ended is WebSocketException or EndOfStreamException)
        {
            return true;
        }
    }

    public void Dispose() => _socket.Dispose();

    private async Task SendAsync(string text) => await _socket.SendAsync(
        Encoding.UTF8.GetBytes(text + End), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);

    private async Task<JsonElement> NextAsync(CancellationToken cancellationToken = default)
    {
        var buffer = new byte[16 * 1024];
        while (_messages.Count == 0)
        {
            var received = await _socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                throw new EndOfStreamException();
            }

            _read.Append(Encoding.UTF8.GetString(buffer, 0, received.Count));
            var parts = _read.ToString().Split(End);
            foreach (var part in parts[..^1])
            {
                _messages.Enqueue(JsonSerializer.Deserialize<JsonElement>(part));
            }

            _read.Clear().Append(parts[^1]);
        }

        return _messages.Dequeue();
    }
}

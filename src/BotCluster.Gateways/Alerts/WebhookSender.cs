using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Ports;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace BotCluster.Gateways.Alerts;

/// <summary>Sends alerts to clients' servers: signed, in order for each client, and with no client waiting for another's slow server.</summary>
/// <remarks>Alerts that wait are lost when the process ends; the ledger keeps every alert, whether it was sent or not.</remarks>
public sealed class WebhookSender : BackgroundService, IAlertWebhook
{
    private readonly WebhookOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<WebhookSender> _log;
    private readonly WebhookPipelines _pipelines;
    private readonly SocketsHttpHandler _dial;
    private readonly HttpClient _http;
    private readonly ConcurrentDictionary<TenantId, ClientQueue> _queues = new();
    private readonly Channel<ClientQueue> _ready = Channel.CreateUnbounded<ClientQueue>();

    public WebhookSender(WebhookOptions options, TimeProvider time, ILogger<WebhookSender> log)
        : this(options, time, log, (host, stop) => Dns.GetHostAddressesAsync(host, stop))
    {
    }

    internal WebhookSender(
        WebhookOptions options,
        TimeProvider time,
        ILogger<WebhookSender> log,
        Func<string, CancellationToken, Task<IPAddress[]>> resolve)
    {
        _options = options;
        _time = time;
        _log = log;
        _pipelines = new WebhookPipelines(options, time);
        _dial = new GuardedDial(options.AllowPrivateAddresses, resolve).NewHandler();

        // The pipeline's deadlines count.
        _http = new HttpClient(_dial, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
    }

    public string? Flaw(string address) => WebhookAddress.Flaw(address, _options.AllowPrivateAddresses);

    public bool TryQueue(WebhookTarget target, WebhookAlert alert)
    {
        var queue = _queues.GetOrAdd(target.Client, _ => new ClientQueue(_options.QueuePerClient));
        if (!queue.TryAdd(target, alert, out var needsSender))
        {
            _log.LogWarning(
                "The {Target} has {Waiting} alerts waiting; alert {Number} of bot {Bot} is not sent.",
                target, _options.QueuePerClient, alert.Alert.Number, alert.Bot);
            return false;
        }

        return !needsSender || _ready.Writer.TryWrite(queue);
    }

    public async Task<WebhookOutcome> SendAsync(WebhookTarget target, WebhookAlert alert, CancellationToken cancellationToken)
    {
        if (Flaw(target.Address.OriginalString) is { } flaw)
        {
            return new WebhookOutcome.Failed(flaw);
        }

        var message = new WebhookMessage(target, alert);
        try
        {
            var status = await _pipelines.For(target).ExecuteAsync(stop => PostAsync(message, stop), cancellationToken);
            return (int)status is >= 200 and < 300
                ? new WebhookOutcome.Delivered((int)status)
                : new WebhookOutcome.Failed(Refusal(status));
        }
        catch (HttpRequestException failure)
        {
            return new WebhookOutcome.Failed(failure.InnerException is BlockedAddressException blocked
                ? blocked.Message
                : $"no connection: {Cause(failure)}");
        }
        catch (TimeoutRejectedException failure)
        {
            return new WebhookOutcome.Failed($"no answer within {failure.Timeout.TotalSeconds:0.###} s");
        }
        catch (BrokenCircuitException)
        {
            return new WebhookOutcome.Failed("the last attempts all failed, so this address is left alone for a while");
        }
    }

    public override void Dispose()
    {
        _http.Dispose();
        _dial.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, _options.Senders).Select(_ => SendAllAsync(stoppingToken)));

    private async Task SendAllAsync(CancellationToken stop)
    {
        await foreach (var queue in _ready.Reader.ReadAllAsync(stop))
        {
            var (target, alert) = queue.Take();
            if (await SendAsync(target, alert, stop) is WebhookOutcome.Failed failed)
            {
                _log.LogWarning(
                    "Alert {Number} of bot {Bot} did not reach the {Target}: {Reason}.",
                    alert.Alert.Number, alert.Bot, target, failed.Reason);
            }

            if (queue.Finish())
            {
                await _ready.Writer.WriteAsync(queue, stop);
            }
        }
    }

    private async ValueTask<HttpStatusCode> PostAsync(WebhookMessage message, CancellationToken cancellationToken)
    {
        using var request = message.NewRequest(_time.GetUtcNow());

        // Whatever the answer says beyond its status is not read: it may be endless.
        using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        return answer.StatusCode;
    }

    private static string Refusal(HttpStatusCode status) => (int)status is >= 300 and < 400
        ? $"the server answered {(int)status}; redirects are not followed"
        : $"the server answered {(int)status}";

    // Never the exception's own words: they may hold the address.
    private static string Cause(HttpRequestException failure) => failure.InnerException is SocketException socket
        ? socket.SocketErrorCode.ToString()
        : failure.HttpRequestError.ToString();
}

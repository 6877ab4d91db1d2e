using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BotCluster.Gateways.Alerts;
using BotCluster.Testing;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Ports;
using Microsoft.AspNetCore.Http;

namespace BotCluster.Gateways.Tests.Alerts;

public sealed class WebhookSenderTests : IAsyncLifetime
{
    private const string Secret = "a secret of the client";

    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TenantId Client = new(new Guid("11111111-1111-1111-1111-111111111111"));
    private static readonly BotId Bot = new(new Guid("22222222-2222-2222-2222-222222222222"));

    private static readonly WebhookOptions Quick = new()
    {
        AllowPrivateAddresses = true,
        FirstPause = TimeSpan.FromMilliseconds(5),
        Deadline = TimeSpan.FromSeconds(5),
    };

    private readonly LogLines _log = new();
    private Receiver _receiver = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _receiver = await Receiver.StartAsync();

    public async ValueTask DisposeAsync() => await _receiver.DisposeAsync();

    [Fact]
    public async Task Sends_the_alert_signed_with_the_clients_secret()
    {
        using var sender = new WebhookSender(Quick, new ManualTimeProvider(Now), _log);

        var outcome = await sender.SendAsync(Target(), Alert(7), Token);

        Assert.Equal(new WebhookOutcome.Delivered(200), outcome);
        var request = Assert.Single(_receiver.Requests);
        Assert.Equal(("POST", "/alerts?token=hidden-in-the-query"), (request.Method, request.Path));
        Assert.StartsWith("application/json", request.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Equal($"{Bot}-7", request.Headers["X-BotCluster-Delivery"]);
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{Now.ToUnixTimeSeconds()}.{request.Body}"));
        Assert.Equal($"t={Now.ToUnixTimeSeconds()},v1={Convert.ToHexStringLower(hash)}", request.Headers["X-BotCluster-Signature"]);
        using var body = JsonDocument.Parse(request.Body);
        Assert.Equal(
            """{"kind":"alert","id":"22222222-2222-2222-2222-222222222222-7","clientId":"11111111-1111-1111-1111-111111111111","botId":"22222222-2222-2222-2222-222222222222","botName":"Trend BTC","number":7,"at":"2024-02-12T00:05:00Z","severity":"critical","code":"drawdown-stop","text":"Equity is 21 % below its peak."}""",
            body.RootElement.GetRawText());
    }

    [Fact]
    public async Task Tries_again_after_a_server_error_and_signs_anew()
    {
        _receiver.Answer = Status(number => number <= 2 ? 503 : 204);
        using var sender = new WebhookSender(Quick, TimeProvider.System, _log);

        Assert.Equal(new WebhookOutcome.Delivered(204), await sender.SendAsync(Target(), Alert(1), Token));

        Assert.Equal(3, _receiver.Requests.Count);
        Assert.Single(_receiver.Requests.Select(request => request.Headers["X-BotCluster-Delivery"]).Distinct());
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(410)]
    [InlineData(429)]
    public async Task Does_not_repeat_what_the_server_refuses(int status)
    {
        _receiver.Answer = Status(_ => status);
        using var sender = new WebhookSender(Quick, TimeProvider.System, _log);

        var outcome = await sender.SendAsync(Target(), Alert(1), Token);

        Assert.Equal(new WebhookOutcome.Failed($"the server answered {status}"), outcome);
        Assert.Single(_receiver.Requests);
    }

    [Fact]
    public async Task Does_not_follow_a_redirect()
    {
        _receiver.Answer = (_, context) =>
        {
            context.Response.Redirect("/elsewhere");
            return Task.CompletedTask;
        };
        using var sender = new WebhookSender(Quick, TimeProvider.System, _log);

        var outcome = await sender.SendAsync(Target(), Alert(1), Token);

        Assert.Equal(new WebhookOutcome.Failed("the server answered 302; redirects are not followed"), outcome);
        Assert.Single(_receiver.Requests);
    }

    [Fact]
    public async Task Gives_up_on_a_server_that_does_not_answer()
    {
        _receiver.Answer = (_, context) => Task.Delay(Timeout.Infinite, context.RequestAborted);
        using var sender = new WebhookSender(
            Quick with { Deadline = TimeSpan.FromMilliseconds(500), Retries = 1 }, TimeProvider.System, _log);

        Assert.Equal(new WebhookOutcome.Failed("no answer within 0.5 s"), await sender.SendAsync(Target(), Alert(1), Token));

        Assert.Equal(2, _receiver.Requests.Count);
    }

    [Fact]
    public async Task Does_not_read_an_answer_without_end()
    {
        _receiver.Answer = async (_, context) =>
        {
            var junk = new byte[64 * 1024];
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(junk, context.RequestAborted);
            }
        };
        using var sender = new WebhookSender(Quick, TimeProvider.System, _log);

        Assert.Equal(new WebhookOutcome.Delivered(200), await sender.SendAsync(Target(), Alert(1), Token));
    }

    [Fact]
    public async Task Leaves_an_address_alone_that_keeps_failing_and_no_other()
    {
        _receiver.Answer = Status(number => number <= 5 ? 500 : 200);
        using var sender = new WebhookSender(Quick with { Retries = 0 }, TimeProvider.System, _log);
        foreach (var number in Enumerable.Range(1, 5))
        {
            Assert.Equal(new WebhookOutcome.Failed("the server answered 500"), await sender.SendAsync(Target(), Alert(number), Token));
        }

        var outcome = await sender.SendAsync(Target(), Alert(6), Token);

        Assert.Contains("left alone for a while", Assert.IsType<WebhookOutcome.Failed>(outcome).Reason, StringComparison.Ordinal);
        Assert.Equal(5, _receiver.Requests.Count);
        var other = Target() with { Client = new TenantId(new Guid("33333333-3333-3333-3333-333333333333")) };
        Assert.Equal(new WebhookOutcome.Delivered(200), await sender.SendAsync(other, Alert(7), Token));
    }

    [Fact]
    public async Task Says_that_nobody_listens()
    {
        var target = Target();
        await _receiver.DisposeAsync();
        using var sender = new WebhookSender(Quick, TimeProvider.System, _log);

        Assert.Equal(new WebhookOutcome.Failed("no connection: ConnectionRefused"), await sender.SendAsync(target, Alert(1), Token));

        _receiver = await Receiver.StartAsync();
    }

    [Fact]
    public async Task Sends_what_was_queued_in_order_while_it_runs()
    {
        using var sender = new WebhookSender(Quick, TimeProvider.System, _log);
        Assert.All(Enumerable.Range(1, 20), number => Assert.True(sender.TryQueue(Target(), Alert(number))));
        await sender.StartAsync(Token);

        await _receiver.WaitAsync(20);

        Assert.Equal(
            Enumerable.Range(1, 20).Select(number => $"{Bot}-{number}"),
            _receiver.Requests.Select(request => request.Headers["X-BotCluster-Delivery"]));
        await sender.StopAsync(Token);
    }

    [Fact]
    public void Drops_what_does_not_fit_into_a_clients_queue_and_says_so()
    {
        using var sender = new WebhookSender(Quick with { QueuePerClient = 2 }, TimeProvider.System, _log);
        Assert.True(sender.TryQueue(Target(), Alert(1)));
        Assert.True(sender.TryQueue(Target(), Alert(2)));

        Assert.False(sender.TryQueue(Target(), Alert(3)));
        Assert.True(sender.TryQueue(Target() with { Client = new TenantId(Guid.Empty) }, Alert(3)));

        Assert.Contains("2 alerts waiting; alert 3 of bot", Assert.Single(_log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_clients_silent_server_holds_up_no_other_client()
    {
        _receiver.Answer = (number, context) =>
            context.Request.Headers["X-BotCluster-Delivery"] == $"{Bot}-1" ? Task.Delay(Timeout.Infinite, context.RequestAborted) : Task.CompletedTask;
        using var sender = new WebhookSender(Quick with { Senders = 2 }, TimeProvider.System, _log);
        await sender.StartAsync(Token);
        foreach (var number in Enumerable.Range(1, 5))
        {
            sender.TryQueue(Target(), Alert(number));
        }

        await _receiver.WaitAsync(1);
        sender.TryQueue(Target() with { Client = new TenantId(Guid.Empty) }, Alert(9));
        await _receiver.WaitAsync(1);

        Assert.Equal([$"{Bot}-1", $"{Bot}-9"], _receiver.Requests.Select(request => request.Headers["X-BotCluster-Delivery"]));
        await sender.StopAsync(Token);
    }

    [Fact]
    public async Task Writes_neither_secret_nor_address_into_the_log()
    {
        _receiver.Answer = Status(_ => 500);
        using var sender = new WebhookSender(Quick with { Retries = 0, QueuePerClient = 1 }, TimeProvider.System, _log);
        sender.TryQueue(Target(), Alert(1));
        sender.TryQueue(Target(), Alert(2));
        await sender.StartAsync(Token);
        while (_log.Lines.Count < 2)
        {
            await Task.Delay(5, Token);
        }

        await sender.StopAsync(Token);
        Assert.Contains(_log.Lines, line => line.Contains("the server answered 500", StringComparison.Ordinal));
        Assert.DoesNotContain(_log.Lines, line => line.Contains("hidden-in-the-query", StringComparison.Ordinal)
            || line.Contains("/alerts", StringComparison.Ordinal) || line.Contains(Secret, StringComparison.Ordinal));
        Assert.DoesNotContain(Secret, Target().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Does_not_call_this_machine_even_where_an_innocent_name_leads_to_it()
    {
        using var sender = new WebhookSender(
            new WebhookOptions(), TimeProvider.System, _log, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback, IPAddress.Parse("10.0.0.1")]));

        var target = Target() with { Address = new Uri($"https://alerts.example.com:{_receiver.Address.Port}/") };

        Assert.Equal(new WebhookOutcome.Failed("the address must be on the open internet"), await sender.SendAsync(target, Alert(1), Token));
        Assert.Empty(_receiver.Requests);
    }

    [Fact]
    public async Task Does_not_call_an_address_it_would_not_have_accepted()
    {
        using var sender = new WebhookSender(new WebhookOptions(), TimeProvider.System, _log);

        Assert.Equal(new WebhookOutcome.Failed("the address must begin with https://"), await sender.SendAsync(Target(), Alert(1), Token));
        Assert.Empty(_receiver.Requests);
    }

    private static Func<int, HttpContext, Task> Status(Func<int, int> status) => (number, context) =>
    {
        context.Response.StatusCode = status(number);
        return Task.CompletedTask;
    };

    private static WebhookAlert Alert(int number) => new(Bot, "Trend BTC", new BotAlert(
        number, new DateTimeOffset(2024, 2, 12, 0, 5, 0, TimeSpan.Zero), AlertSeverity.Critical, "drawdown-stop", "Equity is 21 % below its peak."));

    private WebhookTarget Target() => new(Client, _receiver.Address, Secret);
}

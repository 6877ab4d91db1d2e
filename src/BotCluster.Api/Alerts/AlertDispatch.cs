using System.Threading.Channels;
using BotCluster.Api.Clients;
using BotCluster.Engine;
using BotCluster.Ledger.People;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Ports;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace BotCluster.Api.Alerts;

/// <summary>Hands each alert to the webhook of its client, where there is one. Holds no bot up.</summary>
internal sealed class AlertDispatch(
    IBotEngine engine, TenantStore tenants, WebhookDesk desk, IAlertWebhook webhook, ILogger<AlertDispatch> log)
    : BackgroundService, IBotObserver
{
    private const int MostWaiting = 10_000;

    private readonly Channel<(TenantId Client, WebhookAlert Alert)> _waiting = Channel.CreateBounded<(TenantId, WebhookAlert)>(
        new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    public void OnCommitted(BotEvent committed)
    {
        foreach (var raised in committed.Facts.OfType<Fact.AlertRaised>())
        {
            var alert = new WebhookAlert(committed.Definition.Id, committed.Snapshot.Settings.Name, raised.Alert);
            _waiting.Writer.TryWrite((committed.Definition.Tenant, alert));
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var subscription = engine.Subscribe(this);
        await foreach (var (client, alert) in _waiting.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                if (await tenants.FindAsync(client, stoppingToken) is { Webhook: not null } tenant && desk.TargetOf(tenant) is { } target)
                {
                    webhook.TryQueue(target, alert);
                }
            }
            catch (NpgsqlException failure)
            {
                log.LogWarning(failure, "Alert {Number} of bot {Bot} was not handed on.", alert.Alert.Number, alert.Bot);
            }
        }
    }
}

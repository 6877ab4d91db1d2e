using System.Security.Cryptography;
using System.Text;
using BotCluster.Api.Refusals;
using BotCluster.Api.Sessions;
using BotCluster.Ledger.People;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Ports;
using Microsoft.AspNetCore.DataProtection;

namespace BotCluster.Api.Clients;

/// <summary>Sets, opens and tries clients' webhooks. Their secrets lie sealed in the ledger.</summary>
internal sealed class WebhookDesk(TenantStore tenants, IAlertWebhook sender, IDataProtectionProvider protection, TimeProvider clock)
{
    private readonly IDataProtector _protector = protection.CreateProtector("BotCluster.Webhook.v1");

    /// <returns>The new secret, to be shown this once.</returns>
    public async Task<Attempt<string>> SetAsync(TenantId client, string url, CancellationToken cancellationToken)
    {
        if (sender.Flaw(url) is { } flaw)
        {
            return Refuse.Invalid("url", flaw);
        }

        var secret = Secrets.New();
        var sealedSecret = _protector.Protect(Encoding.UTF8.GetBytes(secret));
        await tenants.SetWebhookAsync(client, new Uri(url), sealedSecret, cancellationToken);
        return secret;
    }

    /// <returns>Null where the client has no webhook, or one whose secret was sealed by keys that are gone.</returns>
    public WebhookTarget? TargetOf(Tenant client)
    {
        try
        {
            return client is { Webhook: { } url, WebhookSecret: { } secret }
                ? new WebhookTarget(client.Id, url, Encoding.UTF8.GetString(_protector.Unprotect(secret)))
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public Task<WebhookOutcome> TryAsync(WebhookTarget target, CancellationToken cancellationToken)
    {
        var alert = new BotAlert(0, clock.GetUtcNow(), AlertSeverity.Notice, "test", "This is a test of your webhook; nothing happened.");
        return sender.SendAsync(target, new WebhookAlert(new BotId(Guid.Empty), "Test", alert), cancellationToken);
    }
}

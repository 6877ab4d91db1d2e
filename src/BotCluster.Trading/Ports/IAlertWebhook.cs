using BotCluster.Trading.Bots;

namespace BotCluster.Trading.Ports;

/// <summary>Tells a client's own server what a person should see, signed so that the server can tell it from anybody else's word.</summary>
public interface IAlertWebhook
{
    /// <returns>Why alerts cannot go to this address; null where they can.</returns>
    string? Flaw(string address);

    /// <summary>Takes an alert to be sent soon, after those of the same client that wait already.</summary>
    /// <returns>False where too many of this client's alerts wait; this one will not be sent.</returns>
    bool TryQueue(WebhookTarget target, WebhookAlert alert);

    /// <summary>Sends an alert now and says what became of it, for somebody who tries out an address.</summary>
    Task<WebhookOutcome> SendAsync(WebhookTarget target, WebhookAlert alert, CancellationToken cancellationToken);
}

/// <summary>Where a client's alerts go.</summary>
/// <param name="Client">Whose alerts.</param>
/// <param name="Address">The address that takes them.</param>
/// <param name="Secret">What they are signed with, known to the client and to nobody else.</param>
public sealed record WebhookTarget(TenantId Client, Uri Address, string Secret)
{
    // Neither the secret nor the address (its path may be one) belongs in a log.
    public override string ToString() => $"webhook of client {Client} at {Address.Host}";
}

/// <summary>An alert as a client's server is told it.</summary>
/// <param name="Bot">The bot it is about.</param>
/// <param name="BotName">Its name.</param>
/// <param name="Alert">What happened.</param>
public sealed record WebhookAlert(BotId Bot, string BotName, BotAlert Alert);

/// <summary>What became of sending an alert.</summary>
public abstract record WebhookOutcome
{
    private WebhookOutcome()
    {
    }

    /// <summary>The client's server took it.</summary>
    public sealed record Delivered(int StatusCode) : WebhookOutcome;

    /// <summary>It did not arrive, or the client's server would not have it; the reason names no secret.</summary>
    public sealed record Failed(string Reason) : WebhookOutcome;
}

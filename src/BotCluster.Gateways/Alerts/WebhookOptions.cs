namespace BotCluster.Gateways.Alerts;

/// <summary>How alerts are sent to clients' servers.</summary>
public sealed record WebhookOptions
{
    /// <summary>
    /// Lets alerts go to private networks, to this machine and over plain HTTP: for an installation whose clients all
    /// belong to the house. Elsewhere a client could make the installation talk to its own inner services.
    /// </summary>
    public bool AllowPrivateAddresses { get; init; }

    /// <summary>How long one attempt may take.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long all attempts together may take.</summary>
    public TimeSpan LongestDelivery { get; init; } = TimeSpan.FromSeconds(28);

    /// <summary>Further attempts after a server error or no answer.</summary>
    public int Retries { get; init; } = 3;

    /// <summary>The pause before the first further attempt; it doubles each time.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long an address is left alone after five attempts of which at least nine in ten failed.</summary>
    public TimeSpan Rest { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How many alerts of one client may wait.</summary>
    public int QueuePerClient { get; init; } = 200;

    /// <summary>How many clients' servers are talked to at once.</summary>
    public int Senders { get; init; } = 8;
}

using BotCluster.Trading.Ports;

namespace BotCluster.Api.Tests;

/// <summary>Moves the clock until something is so.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Lets so many candles pass, each with all its bots.</summary>
    public static async Task StepAsync(ApiHost host, int candles, CancellationToken cancellationToken)
    {
        var feed = host.Get<IMarketFeed>();
        for (var count = 0; count < candles; count++)
        {
            var before = feed.State.LastStep;
            while (feed.State.LastStep == before)
            {
                host.Clock.Advance(TimeSpan.FromSeconds(1));
                await Task.Delay(1, cancellationToken);
            }
        }
    }

    public static async Task AsAsync(ApiHost host, Func<bool> isSo)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!isSo())
        {
            host.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(10, patience.Token);
        }
    }
}

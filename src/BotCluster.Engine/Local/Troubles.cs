using System.Globalization;
using BotCluster.Engine.Bots;
using BotCluster.Engine.Running;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Ports;
using Microsoft.Extensions.Logging;

namespace BotCluster.Engine.Local;

/// <summary>What happens to a bot that failed: its state is read again, the trouble recorded and told, a retry set.</summary>
internal sealed class Troubles(EngineParts parts, Action<BotSlot, TimeSpan> retryIn)
{
    private const int LongestText = 300;

    // A store that comes back should find its bots back soon.
    private static readonly TimeSpan StoreRetry = TimeSpan.FromSeconds(10);

    public static string TextOf(Exception failure)
    {
        var text = failure is StoreUnavailableException ? failure.Message : $"{failure.GetType().Name}: {failure.Message}";
        return text.Length <= LongestText ? text : text[..LongestText];
    }

    /// <summary>Records a failure. Called inside the turn that failed; what the runner held is worth nothing any more.</summary>
    public async ValueTask RecordAsync(BotSlot slot, Exception failure, CancellationToken cancellationToken)
    {
        slot.Runner = null;
        slot.FallBehind();
        if (parts.IsStopping)
        {
            return;
        }

        var now = parts.Time.GetUtcNow();
        var failures = (slot.Trouble?.Failures ?? 0) + 1;
        var pause = PauseAfter(failures, failure is StoreUnavailableException ? StoreRetry : parts.Options.LongestRetry);
        slot.Trouble = new BotTrouble(TextOf(failure), slot.Trouble?.Since ?? now, failures, now + pause);
        retryIn(slot, pause);

        // A store that is away is nobody's own failure: everyone waits for it, and nobody is alerted.
        if (failure is StoreUnavailableException)
        {
            parts.Log.LogDebug("Bot {Bot} waits for the store: {Reason}", slot.Definition.Id, failure.Message);
            parts.Fleet.Take(slot);
            return;
        }

        parts.Log.LogError(failure, "Bot {Bot} failed {Failures} times; next try in {Pause}.", slot.Definition.Id, failures, pause);
        slot.OwesAlert |= failures == 1;
        await TryReadAsync(slot, cancellationToken);
        parts.Fleet.Take(slot);
    }

    /// <summary>Reads the bot from the store; where it was only just made, gives it its first state.</summary>
    public async ValueTask<BotRunner> ReadAsync(BotSlot slot, CancellationToken cancellationToken)
    {
        var stored = await parts.Ports.Store.LoadAsync(slot.Definition.Id, cancellationToken)
            ?? throw new InvalidOperationException($"The store does not know bot {slot.Definition.Id} any more.");
        var runner = await OpenAsync(stored, cancellationToken);
        slot.CountedRefusals = runner.State.Refusals;
        return runner;
    }

    public async ValueTask<BotRunner> OpenAsync(StoredBot stored, CancellationToken cancellationToken)
    {
        if (stored.State is not null)
        {
            return BotRunner.Restore(stored, parts.Ports);
        }

        var identity = new BotIdentity(stored.Definition, parts.Ports.Installation, stored.Epoch);
        return await BotRunner.CreateAsync(identity, BotRunner.SettingsOf(stored), parts.Ports, cancellationToken);
    }

    /// <summary>Tells of the trouble once, as soon as the bot can be written again.</summary>
    public async ValueTask TellAsync(BotSlot slot, BotRunner runner, CancellationToken cancellationToken)
    {
        if (slot.OwesAlert && slot.Trouble is { } trouble)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"{trouble.Text} Since {trouble.Since:u}; it is tried again.");
            await AlertAsync(runner, AlertSeverity.Critical, "bot-trouble", text, cancellationToken);
            slot.OwesAlert = false;
        }
    }

    public async ValueTask AlertAsync(
        BotRunner runner, AlertSeverity severity, string code, string text, CancellationToken cancellationToken)
    {
        var at = runner.LastStep ?? parts.Clock.Now ?? runner.Definition.CreatedAt;
        runner.Journal.Write(new Fact.AlertRaised(new BotAlert(runner.State.Numbers.Alert++, at, severity, code, text)));
        await runner.Journal.CommitAsync(cancellationToken);
    }

    // Read again at once where that works, so that whoever looks sees what is stored.
    private async ValueTask TryReadAsync(BotSlot slot, CancellationToken cancellationToken)
    {
        try
        {
            var runner = await ReadAsync(slot, cancellationToken);
            slot.Runner = runner;
            await TellAsync(slot, runner, cancellationToken);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            slot.Runner = null;
            parts.Log.LogWarning("Bot {Bot} cannot be read now: {Reason}", slot.Definition.Id, failure.Message);
        }
    }

    private TimeSpan PauseAfter(int failures, TimeSpan longest)
    {
        var pause = parts.Options.FirstRetry * Math.Pow(2, Math.Min(failures - 1, 30));
        return pause < longest ? pause : longest;
    }
}

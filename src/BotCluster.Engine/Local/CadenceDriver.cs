using BotCluster.Trading.Bots;

namespace BotCluster.Engine.Local;

/// <summary>Gives each bot its turns by the wall clock: every cadence, at a phase of its own, so that the work is spread.</summary>
internal sealed class CadenceDriver(EngineParts parts, TimerWheel wheel)
{
    /// <summary>Sets the bot's next turn.</summary>
    public void Schedule(BotSlot slot)
    {
        if (!parts.IsStopping)
        {
            var cadence = slot.Runner?.Settings.Cadence ?? parts.Options.FirstRetry;
            wheel.Schedule(DueIn(parts.Time.GetUtcNow(), slot.Definition.Id, cadence), slot);
        }
    }

    /// <summary>Time until the bot's phase comes round again: its id decides it, so it is the same after a restart.</summary>
    public static TimeSpan DueIn(DateTimeOffset now, BotId bot, TimeSpan cadence)
    {
        var phase = (long)(PhaseOf(bot) % (ulong)cadence.Ticks);
        var into = (now.UtcTicks - phase) % cadence.Ticks;
        return TimeSpan.FromTicks(cadence.Ticks - into);
    }

    // FNV-1a over the id: ids that were made in a row must not fall into one phase.
    private static ulong PhaseOf(BotId bot)
    {
        Span<byte> bytes = stackalloc byte[16];
        bot.Value.TryWriteBytes(bytes);
        var hash = 14695981039346656037UL;
        foreach (var part in bytes)
        {
            hash = unchecked((hash ^ part) * 1099511628211UL);
        }

        return hash;
    }
}

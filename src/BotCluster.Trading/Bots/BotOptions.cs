using BotCluster.Trading.Decisions;

namespace BotCluster.Trading.Bots;

/// <summary>The settings of a bot itself that are plain values with bounds.</summary>
public static class BotOptions
{
    // A bot's name, mode, symbols and budget have no default: those of this one are only what a form begins with.
    private static readonly BotSettings Blank = new() { Name = "", Mode = new CrossoverOptions(), Symbols = [], Budget = 10_000m };

    public static OptionSet Set { get; } = new OptionSet<BotSettings>(Blank)
        .Decimal(
            "budget",
            "What the bot may trade with, in the quote asset of its symbols.",
            o => o.Budget,
            (o, value) => o with { Budget = value },
            (0.01m, 1_000_000_000m))
        .Choice(
            "onStop",
            "What a stop does with an open position: keep it protected, or close it.",
            o => o.OnStop,
            (o, value) => o with { OnStop = value })
        .Duration(
            "cadence",
            "Time between two cycles where no closed candle drives the bot.",
            o => o.Cadence,
            (o, value) => o with { Cadence = value },
            (TimeSpan.FromSeconds(1), TimeSpan.FromDays(1)));
}

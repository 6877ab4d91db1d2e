using BotCluster.Trading.Decisions;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Risk;
using BotCluster.Trading.Sizing;

namespace BotCluster.Trading.Bots;

/// <summary>Everything a trader decides about a bot. Changed as a whole, validated as a whole.</summary>
public sealed record BotSettings
{
    public const int LongestName = 80;
    public const int MostSymbols = 20;
    public const string PaperVenue = "paper";

    public required string Name { get; init; }

    public required ModeOptions Mode { get; init; }

    public required IReadOnlyList<Symbol> Symbols { get; init; }

    /// <summary>The candles the mode decides on.</summary>
    public Timeframe Timeframe { get; init; } = Timeframe.OneHour;

    /// <summary>What the bot may trade with, in the quote asset of its symbols. Changed by a transfer, not by settings.</summary>
    public required decimal Budget { get; init; }

    /// <summary>Where it trades; <c>paper</c> until a venue's credentials were tested and the bot is armed.</summary>
    public string Venue { get; init; } = PaperVenue;

    public RiskLimits Risk { get; init; } = new();

    public SizingOptions Sizing { get; init; } = new SizingOptions.FixedFraction();

    public ExitOptions Exits { get; init; } = new();

    public OnStop OnStop { get; init; } = OnStop.KeepProtected;

    /// <summary>Time between two cycles where no closed candle drives the bot; at least one second.</summary>
    public TimeSpan Cadence { get; init; } = TimeSpan.FromSeconds(180);

    /// <summary>All that is wrong with these settings at once; empty where a bot can trade by them.</summary>
    /// <param name="instruments">What the venue trades.</param>
    /// <param name="finestOf">The shortest candles there are of a symbol.</param>
    public IReadOnlyList<SettingsViolation> Validate(
        IReadOnlyDictionary<Symbol, Instrument> instruments, Func<Symbol, Timeframe> finestOf) =>
        [.. BotSettingsRules.Check(this), .. BotSettingsRules.CheckSymbols(this, instruments, finestOf)];
}

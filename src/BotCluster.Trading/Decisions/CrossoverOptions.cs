using BotCluster.Trading.Bots;
using BotCluster.Trading.Indicators;
using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Decisions;

/// <summary>The settings of the crossover mode: two moving averages, and what their crossing means.</summary>
public sealed record CrossoverOptions : ModeOptions
{
    public const string Name = "crossover";

    public static SettingsKind Catalogue { get; } = new(
        Name,
        "Crossover",
        "Follows two moving averages: long where the fast one is above the slow one, short where it is below.",
        new OptionSet<CrossoverOptions>(new())
            .Choice(
                "average",
                "Simple or exponential averages.",
                o => o.Average,
                (o, value) => o with { Average = value })
            .Integer(
                "fast",
                "Candles of the fast average; fewer than of the slow one.",
                o => o.Fast,
                (o, value) => o with { Fast = value },
                (1, 400))
            .Integer(
                "slow",
                "Candles of the slow average.",
                o => o.Slow,
                (o, value) => o with { Slow = value },
                (2, 500))
            .Choice(
                "sides",
                "Which directions to take; shorts need a perpetual symbol.",
                o => o.Sides,
                (o, value) => o with { Sides = value })
            .Boolean(
                "alwaysInMarket",
                "On: holds whatever side the averages are on, at once and again after a stop. Off: enters on a fresh cross only.",
                o => o.AlwaysInMarket,
                (o, value) => o with { AlwaysInMarket = value })
            .DecimalOrOff(
                "stop",
                "Stop-loss, as a share of the price; off: the bot's default stop.",
                o => o.Stop,
                (o, value) => o with { Stop = value },
                ModeBounds.Stop)
            .DecimalOrOff(
                "target",
                "Take-profit, as a share of the price; off: none.",
                o => o.Target,
                (o, value) => o with { Target = value },
                ModeBounds.Target)
            .Decimal(
                "leverage",
                "Exposure over margin; above 1 needs a perpetual symbol.",
                o => o.Leverage,
                (o, value) => o with { Leverage = value },
                ModeBounds.Leverage));

    public MovingAverage Average { get; init; } = MovingAverage.Ema;

    public int Fast { get; init; } = 20;

    public int Slow { get; init; } = 50;

    public TradedSides Sides { get; init; } = TradedSides.Long;

    public bool AlwaysInMarket { get; init; }

    public decimal? Stop { get; init; }

    public decimal? Target { get; init; }

    public decimal Leverage { get; init; } = 1m;

    public override string Kind => Name;

    public override int WarmUpCandles => Average.Over(Slow).WarmUpOn(Timeframe.OneHour);

    public override IEnumerable<SettingsViolation> Validate(BotSettings settings)
    {
        IEnumerable<SettingsViolation> crossed = Fast < Slow
            ? []
            : [new SettingsViolation("fast", $"Must be below slow, which is {Slow}, not {Fast}.")];
        return
        [
            .. Catalogue.Options.Check(this),
            .. crossed,
            .. ModeBounds.CheckSides(Sides, settings),
            .. ModeBounds.CheckLeverage(Leverage, settings),
        ];
    }

    public override IDecisionMode Create(BotSettings settings, IndicatorBoard board) => new CrossoverMode(this, settings, board);
}

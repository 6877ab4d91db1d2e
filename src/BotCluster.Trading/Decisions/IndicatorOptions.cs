using BotCluster.Trading.Bots;
using BotCluster.Trading.Indicators;
using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Decisions;

/// <summary>How strictly the indicator mode reads a pullback.</summary>
public enum IndicatorPreset
{
    Standard = 1,
    Strict = 2,
}

/// <summary>The settings of the indicator mode: pullbacks in a trend, and breakouts.</summary>
public sealed record IndicatorOptions : ModeOptions
{
    public const string Name = "indicator";

    public IndicatorPreset Preset { get; init; } = IndicatorPreset.Standard;

    public TradedSides Sides { get; init; } = TradedSides.Both;

    public int Fast { get; init; } = 9;

    public int Slow { get; init; } = 21;

    public int Trend { get; init; } = 50;

    public int RsiPeriod { get; init; } = 14;

    public double PullbackRsi { get; init; } = 40;

    public int PullbackWindow { get; init; } = 5;

    public double VolumeShare { get; init; } = 0.8;

    public int VolumePeriod { get; init; } = 20;

    public int BreakoutCandles { get; init; } = 20;

    public double BreakoutRsi { get; init; } = 60;

    public decimal BreakoutStop { get; init; } = 0.015m;

    public double Confidence { get; init; } = 0.60;

    public double MaximumConfidence { get; init; } = 0.80;

    public decimal Stop { get; init; } = 0.025m;

    public decimal Target { get; init; } = 0.05m;

    public decimal Size { get; init; } = 0.10m;

    public double ExitRsi { get; init; } = 80;

    public decimal ExitProfit { get; init; } = 0.02m;

    public decimal Leverage { get; init; } = 1m;

    public override string Kind => Name;

    public override int WarmUpCandles => IndicatorTracks.Specs(this).Max(spec => spec.WarmUpOn(Timeframe.OneHour));

    public override IEnumerable<SettingsViolation> Validate(BotSettings settings)
    {
        SettingsViolation?[] together =
        [
            Fast < Slow ? null : new SettingsViolation("fast", $"Must be below slow, which is {Slow}, not {Fast}."),
            Confidence <= MaximumConfidence
                ? null
                : new SettingsViolation(
                    "confidence",
                    $"Must be at most maximumConfidence, which is {Option.Spell(MaximumConfidence)}, not {Option.Spell(Confidence)}."),
        ];
        return
        [
            .. IndicatorCatalogue.Mode.Options.Check(this),
            .. together.OfType<SettingsViolation>(),
            .. ModeBounds.CheckSides(Sides, settings),
            .. ModeBounds.CheckLeverage(Leverage, settings),
        ];
    }

    public override IDecisionMode Create(BotSettings settings, IndicatorBoard board) => new IndicatorMode(this, settings, board);
}

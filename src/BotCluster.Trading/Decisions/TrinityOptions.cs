using BotCluster.Trading.Bots;
using BotCluster.Trading.Indicators;
using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Decisions;

/// <summary>How trinity adds up what it sees.</summary>
public enum TrinityPreset
{
    /// <summary>Five conditions, counted.</summary>
    Classic5 = 1,

    /// <summary>Six groups of conditions, weighed.</summary>
    Weighted = 2,
}

/// <summary>The settings of the trinity mode: a long-only confluence of trend, pullback, momentum and volume.</summary>
public sealed record TrinityOptions : ModeOptions
{
    public const string Name = "trinity";

    public TrinityPreset Preset { get; init; } = TrinityPreset.Classic5;

    public int DipWindow { get; init; } = 5;

    public bool RegimeRequired { get; init; }

    public double StrengthAdx { get; init; } = 25;

    public double DipRsi { get; init; } = 40;

    public decimal SizeAtFive { get; init; } = 0.03m;

    public decimal SizeAtFour { get; init; } = 0.03m;

    public decimal SizeAtThree { get; init; } = 0.02m;

    public double RegimeWeight { get; init; } = 0.25;

    public double TrendWeight { get; init; } = 0.20;

    public double EntryWeight { get; init; } = 0.20;

    public double MomentumWeight { get; init; } = 0.20;

    public double VolumeWeight { get; init; } = 0.10;

    public double VolatilityWeight { get; init; } = 0.05;

    public double FullThreshold { get; init; } = 0.95;

    public double StrongThreshold { get; init; } = 0.80;

    public double FairThreshold { get; init; } = 0.65;

    public double WeakThreshold { get; init; } = 0.50;

    public decimal FullSize { get; init; } = 0.10m;

    public decimal StrongSize { get; init; } = 0.08m;

    public decimal FairSize { get; init; } = 0.06m;

    public decimal WeakSize { get; init; } = 0.04m;

    public bool FourHourCheck { get; init; } = true;

    public double FourHourFactor { get; init; } = 0.8;

    public double Surge { get; init; } = 2;

    public Anchor Anchor { get; init; } = Anchor.UtcDay;

    public decimal Stop { get; init; } = 0.035m;

    public decimal Target { get; init; } = 0.08m;

    public double ExitRsi { get; init; } = 75;

    public override string Kind => Name;

    /// <summary>Never fewer than 200: the regime is a mean of as many.</summary>
    public override int WarmUpCandles => TrinityTracks.Specs(this).Max(spec => spec.WarmUpOn(Timeframe.OneHour));

    public override IEnumerable<SettingsViolation> Validate(BotSettings settings)
    {
        SettingsViolation?[] together =
        [
            Descending("strongThreshold", StrongThreshold, "fullThreshold", FullThreshold),
            Descending("fairThreshold", FairThreshold, "strongThreshold", StrongThreshold),
            Descending("weakThreshold", WeakThreshold, "fairThreshold", FairThreshold),
            RegimeWeight + TrendWeight + EntryWeight + MomentumWeight + VolumeWeight + VolatilityWeight > 0
                ? null
                : new SettingsViolation("regimeWeight", "At least one of the six weights must be above 0."),
        ];
        return [.. TrinityCatalogue.Mode.Options.Check(this), .. together.OfType<SettingsViolation>()];
    }

    public override IDecisionMode Create(BotSettings settings, IndicatorBoard board) => new TrinityMode(this, settings, board);

    private static SettingsViolation? Descending(string name, double value, string aboveName, double above) => value <= above
        ? null
        : new SettingsViolation(name, $"Must be at most {aboveName}, which is {Option.Spell(above)}, not {Option.Spell(value)}.");
}

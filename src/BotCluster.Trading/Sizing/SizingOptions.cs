using BotCluster.Trading.Bots;

namespace BotCluster.Trading.Sizing;

/// <summary>How large a bot's entries are: the share of its equity that it puts up as margin.</summary>
/// <remarks>
/// A decision mode may propose a share of its own, which then is the base size instead of <see cref="Share"/>. Rules with
/// a measure of their own (the stop, the volatility, past trades) use the base size only while that measure is not known.
/// Risk has the last word on all of them.
/// </remarks>
public abstract record SizingOptions
{
    private SizingOptions()
    {
    }

    /// <summary>The base size: share of the equity put up as margin where the mode proposes none.</summary>
    public decimal Share { get; init; } = 0.10m;

    /// <summary>All options that are outside their bounds, each with its path in the bot's settings.</summary>
    public IEnumerable<SettingsViolation> Validate() =>
        SizingKinds.Check(this).Select(violation => violation with { Path = $"sizing.{violation.Path}" });

    /// <summary>The base size each time.</summary>
    public sealed record FixedFraction : SizingOptions;

    /// <summary>The base size times how sure the mode is: half of it at confidence 0.5.</summary>
    public sealed record ConfidenceScaled : SizingOptions;

    /// <summary>As much as loses a fixed share of the equity when the stop is hit.</summary>
    public sealed record RiskAtStop : SizingOptions
    {
        public decimal Risk { get; init; } = 0.01m;
    }

    /// <summary>As much as moves the equity by a fixed share when the price moves by one ATR: less of what swings more.</summary>
    public sealed record VolatilityTarget : SizingOptions
    {
        public decimal Target { get; init; } = 0.01m;
    }

    /// <summary>A part of what Kelly's formula says of the trades of the last 90 days; nothing where they show no edge.</summary>
    public sealed record Kelly : SizingOptions
    {
        /// <summary>How much of the full Kelly share is put up.</summary>
        public decimal Fraction { get; init; } = 0.25m;

        public decimal MaximumShare { get; init; } = 0.25m;
    }
}

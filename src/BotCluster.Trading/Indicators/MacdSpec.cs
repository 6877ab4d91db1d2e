using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Indicators;

/// <summary>A MACD with the periods of its fast, slow and signal averages.</summary>
public sealed record MacdSpec(int Fast = 12, int Slow = 26, int Signal = 9) : IIndicatorSpec<MacdReading>
{
    public int Fast { get; } = Settings.Period(Fast, nameof(Fast));

    public int Slow { get; } = Slow > Fast
        ? Settings.Period(Slow, nameof(Slow))
        : throw new ArgumentOutOfRangeException(
            nameof(Slow), Slow, $"The slow period must be above the fast one ({Fast}).");

    public int Signal { get; } = Settings.Period(Signal, nameof(Signal));

    public string Name => $"MACD {Fast}/{Slow}/{Signal}";

    // A difference of two close averages is small, so what is left of their beginnings must be smaller still.
    public int WarmUpOn(Timeframe timeframe) => (Recursion.EmaPeriods + 3) * Math.Max(Slow, Signal) + Signal;

    public IIndicator<MacdReading> Create() => new Macd(this);
}

using BotCluster.Trading.Indicators;
using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Decisions;

/// <summary>What the indicator mode decides on, at one closed candle.</summary>
internal readonly record struct IndicatorReading(Candle Candle)
{
    public required double Fast { get; init; }

    public required double Slow { get; init; }

    public required double Trend { get; init; }

    public required double Rsi { get; init; }

    public required double RsiBefore { get; init; }

    /// <summary>The lowest RSI of the pullback window, this candle included.</summary>
    public required double LowestRsi { get; init; }

    public required double HighestRsi { get; init; }

    public required double MeanVolume { get; init; }

    public required DonchianReading Range { get; init; }

    public bool HasTrend(Direction direction) =>
        direction.Sign() * (Candle.Close - Trend) > 0 && direction.Sign() * (Fast - Slow) > 0;

    public bool HasVolume(double share) => MeanVolume > 0 && Candle.Volume >= share * MeanVolume;

    public bool IsPullback(Direction direction, double rsi) => direction == Direction.Long
        ? LowestRsi < rsi && Rsi > RsiBefore
        : HighestRsi > 100 - rsi && Rsi < RsiBefore;

    public bool HasRsiBeyond(Direction direction, double rsi) => direction == Direction.Long ? Rsi > rsi : Rsi < 100 - rsi;

    /// <summary>The level that a breakout in this direction has to clear.</summary>
    public double Level(Direction direction) => direction == Direction.Long ? Range.High : Range.Low;

    /// <summary>How far the close is beyond the level, as a share of it; negative while it is not.</summary>
    public double Breakout(Direction direction) => direction.Sign() * (Candle.Close - Level(direction)) / Level(direction);
}

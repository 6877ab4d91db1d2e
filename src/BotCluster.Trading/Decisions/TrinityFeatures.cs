using BotCluster.Trading.Indicators;

namespace BotCluster.Trading.Decisions;

/// <summary>What the trinity mode sees of a symbol at one closed candle.</summary>
public readonly record struct TrinityFeatures
{
    public double Close { get; init; }

    public double Low { get; init; }

    public double Volume { get; init; }

    public double CloseBefore { get; init; }

    public double Sma200 { get; init; }

    public double Ema20 { get; init; }

    public double Adx { get; init; }

    public double Rsi { get; init; }

    /// <summary>The lowest RSI of the dip window, this candle included.</summary>
    public double LowestRsi { get; init; }

    public double MeanVolume { get; init; }

    /// <summary>What only the weighted preset looks at.</summary>
    public TrinityContext Context { get; init; }
}

/// <summary>The further features of the weighted preset.</summary>
public readonly record struct TrinityContext
{
    public IchimokuReading Cloud { get; init; }

    /// <summary>The top of the cloud one candle earlier.</summary>
    public double CloudTopBefore { get; init; }

    public MacdReading Macd { get; init; }

    /// <summary>On-balance volume less its mean.</summary>
    public double ObvExcess { get; init; }

    public DeltaReading Delta { get; init; }

    /// <summary>The mean size of a candle's delta.</summary>
    public double MeanDelta { get; init; }

    public double BandWidth { get; init; }

    public double BandWidthBefore { get; init; }

    public StochasticReading Stochastic { get; init; }

    public StochasticReading StochasticBefore { get; init; }

    /// <summary>The upper band around VWAP.</summary>
    public double VwapUpper { get; init; }

    /// <summary>Whether 4 hour candles confirm; null where they are not asked.</summary>
    public bool? FourHourAgrees { get; init; }
}

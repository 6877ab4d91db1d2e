using BotCluster.Trading.Markets;

namespace BotCluster.Gateways.Candles;

/// <summary>What an import brought: how many candles are new, what is missing between them, what was there before.</summary>
public sealed record ImportReport
{
    public required string File { get; init; }

    public required Symbol Symbol { get; init; }

    public required Timeframe Timeframe { get; init; }

    /// <summary>When the file's first candle opened.</summary>
    public required DateTimeOffset First { get; init; }

    /// <summary>When the file's last candle opened.</summary>
    public required DateTimeOffset Last { get; init; }

    public required int Rows { get; init; }

    /// <summary>The candles that were not there before.</summary>
    public required int Added { get; init; }

    /// <summary>What is missing inside the file.</summary>
    public required IReadOnlyList<CandleGap> Gaps { get; init; }

    /// <summary>Stretches that were kept already; what was kept stays.</summary>
    public required IReadOnlyList<CandleOverlap> Overlaps { get; init; }
}

/// <summary>A stretch of candles that a file shares with what was kept before.</summary>
/// <param name="First">When the first shared candle opened.</param>
/// <param name="Last">When the last shared candle opened.</param>
/// <param name="Count">How many are shared.</param>
/// <param name="Different">How many of them have other prices or another volume in the file.</param>
public sealed record CandleOverlap(DateTimeOffset First, DateTimeOffset Last, long Count, long Different);

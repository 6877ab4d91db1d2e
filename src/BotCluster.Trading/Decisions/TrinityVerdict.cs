using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Decisions;

/// <summary>The groups of conditions that trinity adds up. Classic5 has no volatility.</summary>
[Flags]
public enum TrinityGroups
{
    Regime = 1,
    Trend = 2,
    Entry = 4,
    Momentum = 8,
    Volume = 16,
    Volatility = 32,
}

/// <summary>The single conditions behind the groups, to tell the trader why.</summary>
[Flags]
public enum TrinityReasons
{
    AboveSma200 = 1,
    BullishCloud = 2,
    StrongTrend = 4,
    AboveCloud = 8,
    TenkanAboveKijun = 16,
    AboveEma20 = 32,
    BounceOffEma20 = 64,
    RiseThroughCloud = 128,
    RsiDip = 256,
    MacdAboveSignal = 512,
    ObvAboveMean = 1024,
    BuyingSinceAnchor = 2048,
    VolumeAboveMean = 4096,
    DeltaSurge = 8192,
    BandsWiden = 16384,
    StochasticCross = 32768,
    AboveVwapBand = 65536,
    DeltaDivergence = 131072,
    FourHoursDisagree = 262144,
}

/// <summary>What trinity makes of its features.</summary>
/// <param name="Score">Classic5: the share of its five conditions met. Weighted: the weighted share of its groups, 4 hour check included.</param>
/// <param name="Groups">Which groups are met.</param>
/// <param name="Reasons">Which conditions are met.</param>
/// <param name="Side">Long, or null for no signal.</param>
/// <param name="Size">Share of equity to put up as margin; 0 without a signal.</param>
public readonly record struct TrinityVerdict(
    double Score, TrinityGroups Groups, TrinityReasons Reasons, Direction? Side, decimal Size);

namespace BotCluster.Trading.Decisions;

/// <summary>Trinity's conditions in a trader's words.</summary>
internal static class TrinityTexts
{
    private static readonly (TrinityReasons Reason, string Text)[] Texts =
    [
        (TrinityReasons.AboveSma200, "above SMA 200"),
        (TrinityReasons.BullishCloud, "above a bullish cloud"),
        (TrinityReasons.StrongTrend, "ADX strong"),
        (TrinityReasons.AboveCloud, "above the cloud"),
        (TrinityReasons.TenkanAboveKijun, "Tenkan above Kijun"),
        (TrinityReasons.AboveEma20, "above EMA 20"),
        (TrinityReasons.BounceOffEma20, "bounce off EMA 20"),
        (TrinityReasons.RiseThroughCloud, "rise through the cloud"),
        (TrinityReasons.RsiDip, "RSI dip"),
        (TrinityReasons.MacdAboveSignal, "MACD above signal"),
        (TrinityReasons.ObvAboveMean, "OBV above mean"),
        (TrinityReasons.BuyingSinceAnchor, "delta above zero"),
        (TrinityReasons.VolumeAboveMean, "volume above mean"),
        (TrinityReasons.DeltaSurge, "delta surge"),
        (TrinityReasons.BandsWiden, "bands widen"),
        (TrinityReasons.StochasticCross, "stochastic cross"),
        (TrinityReasons.AboveVwapBand, "above the VWAP band"),
        (TrinityReasons.DeltaDivergence, "delta divergence"),
        (TrinityReasons.FourHoursDisagree, "4 h disagrees"),
    ];

    public static string Spell(TrinityReasons reasons) =>
        string.Join(", ", Texts.Where(text => reasons.HasFlag(text.Reason)).Select(text => text.Text));
}

namespace BotCluster.Trading.Indicators;

/// <summary>On-balance volume beside the plain mean of its last N values.</summary>
public readonly record struct ObvMeanReading(double Obv, double Mean)
{
    /// <summary>
    /// Above zero: volume flows in. Unlike the level of OBV, it does not depend on where counting began.
    /// </summary>
    public double Excess => Obv - Mean;
}

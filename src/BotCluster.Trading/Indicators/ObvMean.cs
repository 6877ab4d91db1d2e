using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Indicators;

/// <summary>On-balance volume against its own mean: whether volume has lately been flowing in or out.</summary>
public sealed class ObvMean(int period) : IIndicator<ObvMeanReading>
{
    private readonly Obv _obv = new();
    private readonly Sma _mean = new(period);

    public ObvMeanReading? Update(in Candle candle) =>
        _obv.Update(candle) is { } obv && _mean.Update(obv) is { } mean ? new ObvMeanReading(obv, mean) : null;
}

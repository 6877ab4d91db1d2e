using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Indicators;

/// <summary>
/// Donchian channel: the range of the previous N candles. The current candle is left out, so that it can break it.
/// </summary>
public sealed class Donchian(int period) : IIndicator<DonchianReading>
{
    private readonly RollingRange _range = new(Settings.Period(period, nameof(period)));

    public DonchianReading? Update(in Candle candle)
    {
        DonchianReading? before = _range.IsFull ? new DonchianReading(_range.High, _range.Low) : null;
        _range.Add(candle);
        return before;
    }
}

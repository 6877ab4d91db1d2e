using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Indicators;

/// <summary>The highest high and lowest low of the previous candles.</summary>
public sealed record DonchianSpec(int Period = 20) : IIndicatorSpec<DonchianReading>
{
    public int Period { get; } = Settings.Period(Period, nameof(Period));

    public string Name => $"Donchian {Period}";

    public int WarmUpOn(Timeframe timeframe) => Period + 1;

    public IIndicator<DonchianReading> Create() => new Donchian(Period);
}

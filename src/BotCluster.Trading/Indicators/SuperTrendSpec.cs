using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Indicators;

/// <summary>A SuperTrend by the period of its ATR and how many ATRs its line stands off.</summary>
public sealed record SuperTrendSpec(int Period = 10, double Multiple = 3) : IIndicatorSpec<SuperTrendReading>
{
    public int Period { get; } = Settings.Period(Period, nameof(Period));

    public double Multiple { get; } = Settings.Multiple(Multiple, nameof(Multiple));

    public string Name => $"SuperTrend {Period}/{Multiple}";

    // Its bands only tighten until the trend turns, so its past is forgotten at a turn rather than faded. Of 3,120
    // restarts on real candles none disagreed after 120 periods, for multiples up to 5; after 50 periods 5 did.
    public int WarmUpOn(Timeframe timeframe) => 120 * Period;

    public IIndicator<SuperTrendReading> Create() => new SuperTrend(this);
}

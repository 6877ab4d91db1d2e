using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Indicators;

/// <summary>Bollinger bands by their period and how many standard deviations they stand off.</summary>
public sealed record BollingerSpec(int Period = 20, double Deviations = 2) : IIndicatorSpec<BollingerReading>
{
    public int Period { get; } = Settings.Period(Period, nameof(Period), atLeast: 2);

    public double Deviations { get; } = Settings.Multiple(Deviations, nameof(Deviations));

    public string Name => $"Bollinger {Period}/{Deviations}";

    public int WarmUpOn(Timeframe timeframe) => Period;

    public IIndicator<BollingerReading> Create() => new Bollinger(this);
}

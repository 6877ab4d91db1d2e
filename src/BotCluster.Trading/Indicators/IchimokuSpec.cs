using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Indicators;

/// <summary>An Ichimoku cloud by the periods of its three ranges and how far ahead the cloud is drawn.</summary>
public sealed record IchimokuSpec(int Tenkan = 9, int Kijun = 26, int SpanB = 52, int Displacement = 26)
    : IIndicatorSpec<IchimokuReading>
{
    public int Tenkan { get; } = Settings.Period(Tenkan, nameof(Tenkan));

    public int Kijun { get; } = Settings.Period(Kijun, nameof(Kijun));

    public int SpanB { get; } = Settings.Period(SpanB, nameof(SpanB));

    public int Displacement { get; } = Settings.Period(Displacement, nameof(Displacement));

    public string Name => $"Ichimoku {Tenkan}/{Kijun}/{SpanB}/{Displacement}";

    public int WarmUpOn(Timeframe timeframe) => Math.Max(Tenkan, Math.Max(Kijun, SpanB)) + Displacement;

    public IIndicator<IchimokuReading> Create() => new Ichimoku(this);
}

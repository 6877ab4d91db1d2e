using BotCluster.Trading.Indicators;
using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Tests.Indicators;

/// <summary>One indicator as the shared contract sees it: its readings as plain numbers.</summary>
internal abstract class IndicatorCase(IIndicatorSpec spec)
{
    /// <summary>
    /// Every indicator with the settings that bots use; those of a running total in both its anchors.
    /// </summary>
    public static IReadOnlyDictionary<string, IndicatorCase> All { get; } = new IndicatorCase[]
    {
        Of(new SmaSpec(20), value => [value]),
        Of(new SmaSpec(200), value => [value]),
        Of(new VolumeMeanSpec(20), value => [value]),
        Of(new EmaSpec(9), value => [value]),
        Of(new EmaSpec(50), value => [value]),
        Of(new RsiSpec(14), value => [value]),
        Of(new AtrSpec(14), value => [value]),
        Of(new AdxSpec(14), reading => [reading.Adx, reading.PlusDi, reading.MinusDi]),
        Of(new MacdSpec(), reading => [reading.Line, reading.Signal, reading.Histogram]),
        Of(new BollingerSpec(), reading => [reading.Upper, reading.Middle, reading.Lower, reading.Width]),
        Of(new StochasticSpec(), reading => [reading.K, reading.D]),
        Of(new ObvSpec(), _ => []),
        Of(new ObvMeanSpec(), reading => [reading.Excess]),
        Of(new VwapSpec(), reading => [reading.Vwap, reading.Upper, reading.Lower]),
        Of(new VwapSpec(Anchor.Unanchored), _ => []),
        Of(new SuperTrendSpec(), reading => [reading.Value, reading.Direction.Sign()]),
        Of(new IchimokuSpec(), reading =>
            [reading.Tenkan, reading.Kijun, reading.SpanA, reading.SpanB, reading.LeadingSpanA, reading.LeadingSpanB]),
        Of(new DonchianSpec(), reading => [reading.High, reading.Low]),
        Of(new CumulativeDeltaSpec(), reading => [reading.Candle, reading.Cumulative]),
        Of(new CumulativeDeltaSpec(Anchor.Unanchored), reading => [reading.Candle]),
        Of(new DeltaMeanSpec(), value => [value]),
    }.ToDictionary(known => known.Name);

    public string Name { get; } = spec.Name;

    public int WarmUpOn(Timeframe timeframe) => spec.WarmUpOn(timeframe);

    public abstract IRun Start();

    /// <param name="spec">The indicator.</param>
    /// <param name="comparable">The figures that must not depend on where the indicator began.</param>
    private static Case<T> Of<T>(IIndicatorSpec<T> spec, Func<T, double[]> comparable)
        where T : struct => new(spec, comparable);

    internal interface IRun
    {
        bool IsWarm { get; }

        string Text { get; }

        double[] Comparable { get; }

        void Update(in Candle candle);

        bool ReadsLike(IRun other);
    }

    private sealed class Case<T>(IIndicatorSpec<T> spec, Func<T, double[]> comparable) : IndicatorCase(spec)
        where T : struct
    {
        private readonly IIndicatorSpec<T> _spec = spec;

        public override IRun Start() => new Run<T>(_spec.Create(), comparable);
    }

    private sealed class Run<T>(IIndicator<T> indicator, Func<T, double[]> comparable) : IRun
        where T : struct
    {
        private T? _reading;

        public bool IsWarm => _reading is not null;

        public string Text => $"{_reading}";

        public double[] Comparable => comparable(_reading!.Value);

        public void Update(in Candle candle) => _reading = indicator.Update(candle);

        public bool ReadsLike(IRun other) => Nullable.Equals(_reading, ((Run<T>)other)._reading);
    }
}

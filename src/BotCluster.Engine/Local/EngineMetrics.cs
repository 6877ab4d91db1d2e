using System.Diagnostics.Metrics;
using BotCluster.Trading.Bots;

namespace BotCluster.Engine.Local;

/// <summary>What an operator measures the engine by: meter <c>BotCluster.Engine</c>.</summary>
internal sealed class EngineMetrics : IDisposable
{
    public const string MeterName = "BotCluster.Engine";

    private readonly Meter _meter = new(MeterName);
    private readonly Histogram<double> _step;
    private readonly Histogram<double> _commit;

    public EngineMetrics(Fleet fleet, BotRoster roster)
    {
        _meter.CreateObservableCounter("botcluster.cycles", () => fleet.Cycles, "{cycle}", "Trading cycles run to their end.");
        _meter.CreateObservableCounter("botcluster.orders", () => fleet.Orders, "{order}", "Order intents recorded.");
        _meter.CreateObservableCounter("botcluster.fills", () => fleet.Fills, "{fill}", "Venue trades booked.");
        _meter.CreateObservableCounter("botcluster.refusals", () => fleet.Refusals, "{proposal}", "Proposals that risk refused.");
        _meter.CreateObservableGauge("botcluster.bots", () => roster.Count, "{bot}", "Bots the engine holds.");
        _meter.CreateObservableGauge("botcluster.bots.running", () => Running(fleet), "{bot}", "Bots told to trade.");
        _meter.CreateObservableGauge(
            "botcluster.bots.troubled", () => fleet.Summarise(null).Troubled, "{bot}", "Bots in trouble or blocked.");
        _meter.CreateObservableGauge(
            "botcluster.lag", () => fleet.LagOf(null).TotalSeconds, "s", "How far the slowest bot is behind the feed.");
        _step = _meter.CreateHistogram<double>("botcluster.step.duration", "s", "Taking all bots through one step of the feed.");
        _commit = _meter.CreateHistogram<double>("botcluster.commit.duration", "s", "Making one step of a bot durable.");
    }

    public void StepTook(TimeSpan time) => _step.Record(time.TotalSeconds);

    public void CommitTook(TimeSpan time) => _commit.Record(time.TotalSeconds);

    public void Dispose() => _meter.Dispose();

    private static int Running(Fleet fleet) => fleet.Summarise(null).BotsByStatus.GetValueOrDefault(BotStatus.Running);
}

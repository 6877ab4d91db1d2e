using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace BotCluster.Api.Metrics;

/// <summary>Keeps what the program's meters report and writes it as Prometheus text when asked.</summary>
/// <remarks>Labels are taken from a short list of names with few values: an id of a bot or a client never becomes one.</remarks>
internal sealed class PrometheusExporter : IDisposable
{
    private static readonly string[] Labels =
    [
        "status", "state", "outcome", "kind", "reason", "verdict", "severity", "venue", "result",
        "http.request.method", "http.response.status_code", "db.client.connection.state",
    ];

    private static readonly string[] Meters = ["Npgsql", "Microsoft.AspNetCore.Hosting"];

    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, MetricFamily> _families = new(StringComparer.Ordinal);
    private readonly MeterListener _listener = new();

    public PrometheusExporter()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name.StartsWith("BotCluster", StringComparison.Ordinal) || Meters.Contains(instrument.Meter.Name))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.Start();
    }

    public string Export()
    {
        lock (_gate)
        {
            foreach (var family in _families.Values)
            {
                family.ForgetObserved();
            }
        }

        _listener.RecordObservableInstruments();
        var text = new StringBuilder();
        lock (_gate)
        {
            foreach (var family in _families.Values)
            {
                family.WriteTo(text);
            }
        }

        return text.ToString();
    }

    public void Dispose() => _listener.Dispose();

    private void Record(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = LabelsOf(tags);
        lock (_gate)
        {
            if (!_families.TryGetValue(instrument.Name, out var family))
            {
                family = new MetricFamily(instrument);
                _families.Add(instrument.Name, family);
            }

            family.Record(labels, value);
        }
    }

    private static string LabelsOf(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in tags)
        {
            if (Labels.Contains(name))
            {
                var escaped = string.Create(CultureInfo.InvariantCulture, $"{value}")
                    .Replace("\\", @"\\", StringComparison.Ordinal)
                    .Replace("\"", "\\\"", StringComparison.Ordinal)
                    .Replace("\n", "\\n", StringComparison.Ordinal);
                text.Append(text.Length == 0 ? "" : ",").Append(MetricFamily.Spelled(name)).Append("=\"").Append(escaped).Append('"');
            }
        }

        return text.ToString();
    }
}

using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace BotCluster.Api.Metrics;

/// <summary>One metric with all its labelled series, as Prometheus knows it.</summary>
internal sealed class MetricFamily
{
    // From half a millisecond, where a commit should be, to where a person has given up.
    private static readonly double[] Bounds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private readonly string _name;
    private readonly string? _help;
    private readonly string _type;
    private readonly bool _isObserved;
    private readonly bool _isMilliseconds;
    private readonly bool _isLatest;
    private readonly SortedDictionary<string, double> _values = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long[]> _buckets = new(StringComparer.Ordinal);

    public MetricFamily(Instrument instrument)
    {
        var generic = instrument.GetType().Name;
        _isObserved = instrument.IsObservable;
        _isMilliseconds = instrument.Unit == "ms";
        _type = generic switch
        {
            _ when generic.StartsWith("Histogram", StringComparison.Ordinal) => "histogram",
            "Counter`1" or "ObservableCounter`1" => "counter",
            _ => "gauge",
        };
        // Of a gauge the last value counts; counters, up-down counters and histograms add up.
        _isLatest = generic == "Gauge`1";
        _name = Spelled(instrument.Name) + Suffix(instrument.Unit) + (_type == "counter" ? "_total" : "");
        _help = instrument.Description;
    }

    public static string Spelled(string name) =>
        string.Concat(name.Select(character => char.IsAsciiLetterOrDigit(character) ? character : '_'));

    public void Record(string labels, double value)
    {
        value = _isMilliseconds ? value / 1000 : value;
        if (_type == "histogram")
        {
            Count(labels, value);
        }

        // Several observed series may fall together once their labels are dropped: they add up too.
        _values[labels] = _isLatest ? value : _values.GetValueOrDefault(labels) + value;
    }

    public void ForgetObserved()
    {
        if (_isObserved)
        {
            _values.Clear();
        }
    }

    public void WriteTo(StringBuilder text)
    {
        if (_help is not null)
        {
            text.Append("# HELP ").Append(_name).Append(' ').Append(_help.ReplaceLineEndings(" ")).Append('\n');
        }

        text.Append("# TYPE ").Append(_name).Append(' ').Append(_type).Append('\n');
        foreach (var (labels, value) in _values)
        {
            if (_type == "histogram")
            {
                WriteHistogram(text, labels, value);
            }
            else
            {
                Line(text, _name, labels, value);
            }
        }
    }

    private void Count(string labels, double value)
    {
        if (!_buckets.TryGetValue(labels, out var counts))
        {
            _buckets[labels] = counts = new long[Bounds.Length + 1];
        }

        var index = Array.FindIndex(Bounds, bound => value <= bound);
        counts[index < 0 ? Bounds.Length : index]++;
    }

    private void WriteHistogram(StringBuilder text, string labels, double sum)
    {
        var lead = labels.Length == 0 ? "" : labels + ",";
        var running = 0L;
        for (var index = 0; index <= Bounds.Length; index++)
        {
            running += _buckets[labels][index];
            var bound = index < Bounds.Length ? Bounds[index].ToString(CultureInfo.InvariantCulture) : "+Inf";
            Line(text, _name + "_bucket", $"{lead}le=\"{bound}\"", running);
        }

        Line(text, _name + "_sum", labels, sum);
        Line(text, _name + "_count", labels, running);
    }

    private static void Line(StringBuilder text, string name, string labels, double value)
    {
        text.Append(name);
        if (labels.Length > 0)
        {
            text.Append('{').Append(labels).Append('}');
        }

        text.Append(' ').Append(value.ToString("R", CultureInfo.InvariantCulture)).Append('\n');
    }

    private static string Suffix(string? unit) => unit switch
    {
        "s" or "ms" => "_seconds",
        "By" => "_bytes",
        _ => "",
    };
}

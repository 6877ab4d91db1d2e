using System.Globalization;
using System.Text;

namespace BotCluster.Benchmarks;

/// <summary>Says what goes on and gathers one table for the end.</summary>
internal sealed class Report
{
    private readonly List<(string What, string Value, string Target, string Notes)> _rows = [];

    public static void Say(string text) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetLocalNow():HH:mm:ss} {text}"));

    public void Add(string what, string value, string target, string notes)
    {
        Say($"{what}: {value} ({notes})");
        _rows.Add((what, value, target, notes));
    }

    public void Print()
    {
        var text = new StringBuilder("\n| what | measured | target | how |\n| --- | --- | --- | --- |\n");
        foreach (var (what, value, target, notes) in _rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {what} | {value} | {target} | {notes} |\n");
        }

        Console.WriteLine(text);
    }

    public static string Number(double value) => value.ToString(value < 100 ? "0.##" : "#,0", CultureInfo.InvariantCulture);

    /// <summary>Lowest, middle and highest of some repeats.</summary>
    public static string Spread(IReadOnlyList<double> values)
    {
        var sorted = values.Order().ToArray();
        return $"{Number(sorted[0])} / {Number(sorted[sorted.Length / 2])} / {Number(sorted[^1])}";
    }

    public static double Median(IReadOnlyList<double> values) => values.Order().ElementAt(values.Count / 2);
}
